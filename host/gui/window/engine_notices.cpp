#include "gui/window/engine_notices.h"

#include <algorithm>

namespace thalweg {

namespace {

const QString lossId = QStringLiteral("engine-lost");
const QString silenceId = QStringLiteral("engine-silent");

} // namespace

EngineNotices::EngineNotices(
    EngineClient &engine, MessageBar &bar, std::function<EngineCommand(const QStringList &)> command, QObject *parent)
    : QObject(parent), engine_(engine), bar_(bar), command_(std::move(command))
{
    connect(&engine_, &EngineClient::lost, this, &EngineNotices::tellLoss);
    connect(&engine_, &EngineClient::unresponsive, this, &EngineNotices::tellSilence);
    connect(&engine_, &EngineClient::message, this, [this] { bar_.withdraw(silenceId); });
    connect(&engine_, &EngineClient::ready, this, [this] {
        bar_.withdraw(lossId);
        if (!without_.isEmpty())
            bar_.show({ .id = QStringLiteral("engine-without"),
                .kind = Notice::Kind::Information,
                .text = tr("The engine runs without %1.").arg(without_.join(QStringLiteral(", "))),
                .buttons = { { tr("Try again with it"), [this] {
                                  without_.clear();
                                  start();
                              } } } });
    });
}

void EngineNotices::start()
{
    engine_.start(command_(without_));
}

QString EngineNotices::pluginTitle(const QString &plugin) const
{
    for (const PluginInfo &info : engine_.plugins())
        if ((info.id == plugin || info.path == plugin) && !info.title.isEmpty())
            return tr("“%1” (%2)").arg(info.title, info.id);
    return plugin;
}

/// What it was doing, and which plugin is to blame.
QString EngineNotices::circumstances(const EngineLoss &loss) const
{
    if (loss.nodes.size() == 1)
        return QLatin1Char(' ') + tr("Node %1 was running.").arg(loss.nodes.first());
    if (!loss.nodes.isEmpty())
        return QLatin1Char(' ') + tr("These nodes were running: %1.").arg(loss.nodes.join(QStringLiteral(", ")));
    if (!loss.plugin.isEmpty())
        return QLatin1Char(' ') + tr("The plugin %1 was being loaded.").arg(pluginTitle(loss.plugin));
    return {};
}

std::vector<Notice::Button> EngineNotices::restartButtons(const EngineLoss &loss)
{
    std::vector<Notice::Button> buttons { { tr("Restart the engine"), [this] { start(); } } };
    if (!loss.plugin.isEmpty())
        buttons.push_back({ tr("Restart without %1").arg(pluginTitle(loss.plugin)),
            [this, plugin = loss.plugin] { startWithout(plugin); } });
    return buttons;
}

void EngineNotices::tellLoss(const EngineLoss &loss)
{
    QString text = tr("The engine %1.").arg(loss.what) + circumstances(loss);
    if (!loss.lastLines.isEmpty())
        text += QLatin1Char(' ') + tr("It said last: %1").arg(loss.lastLines.last());
    text += QLatin1Char(' ') + tr("Your workflow is safe.");
    bar_.withdraw(QStringLiteral("engine-without"));
    bar_.withdraw(silenceId);
    bar_.show({ .id = lossId, .kind = Notice::Kind::Failure, .text = text, .buttons = restartButtons(loss) });
    for (const QString &node : loss.nodes)
        Q_EMIT nodeBlamed(node);
}

void EngineNotices::tellSilence(const EngineLoss &loss)
{
    bar_.show({ .id = silenceId,
        .kind = Notice::Kind::Warning,
        .text = tr("The engine %1.").arg(loss.what) + circumstances(loss) + QLatin1Char(' ')
            + tr("It may come back by itself."),
        .buttons = restartButtons(loss) });
}

void EngineNotices::startWithout(const QString &plugin)
{
    if (!without_.contains(plugin))
        without_ += plugin;
    start();
}

} // namespace thalweg
