#include "gui/window/run_controller.h"

#include "gui/window/problems.h"

#include <chrono>

namespace thalweg {

bool mattersToRuns(const Change &change)
{
    const auto *details = std::get_if<DetailsChange>(&change);
    return !details || details->before.seed != details->after.seed;
}

RunController::RunController(Document &document, EngineClient &engine, RunBoard &board, QObject *parent)
    : QObject(parent), document_(document), engine_(engine), board_(board)
{
    soon_.setSingleShot(true);
    soon_.setInterval(std::chrono::milliseconds(120));
    connect(&soon_, &QTimer::timeout, this, &RunController::runAll);
    connect(&document_, &Document::changed, this, &RunController::hear);
    connect(&engine_, &EngineClient::stateChanged, this, &RunController::changed);
    connect(&engine_, &EngineClient::message, this, &RunController::take);
    connect(&engine_, &EngineClient::refused, this, &RunController::refused);
    connect(&engine_, &EngineClient::began, this, [this](const QStringList &nodes) {
        running_ = nodes;
        board_.begin(nodes);
    });
    connect(&engine_, &EngineClient::ready, this, [this] {
        if (wantsRun_ || runsOnChange_)
            runAll();
    });
    connect(&engine_, &EngineClient::lost, this, [this](const EngineLoss &loss) {
        board_.abandon(tr("the engine %1").arg(loss.what));
        running_.clear();
        Q_EMIT changed();
    });
}

void RunController::setRunOnChange(bool on)
{
    if (on == runsOnChange_)
        return;
    runsOnChange_ = on;
    if (on)
        soon_.start();
    Q_EMIT changed();
}

bool RunController::isRunning() const
{
    return engine_.state() == EngineClient::State::Running || engine_.state() == EngineClient::State::Paused;
}

double RunController::progress() const
{
    double done = 0;
    for (const QString &node : running_) {
        const NodeStatus &status = board_.status(node);
        if (status.state == NodeStatus::State::Running)
            done += status.progress;
        else if (status.state != NodeStatus::State::Waiting)
            done += 1;
    }
    return running_.isEmpty() ? 0 : done / static_cast<double>(running_.size());
}

void RunController::runAll()
{
    if (engine_.state() == EngineClient::State::Starting || engine_.state() == EngineClient::State::Stopped) {
        wantsRun_ = true;
        return;
    }
    wantsRun_ = false;
    const QStringList sound = soundNodes(document_.graph(), engine_.nodeTypes());
    if (!sound.isEmpty())
        engine_.run(document_.graph(), directory_, sound);
    else if (!soon_.isActive() && !runsOnChange_)
        Q_EMIT refused(document_.graph().nodes.empty() ? tr("There is nothing to run yet.")
                                                       : tr("No node can be run yet; the problems list says why."));
}

void RunController::runTo(const QStringList &nodes)
{
    const QStringList sound = soundNodes(document_.graph(), engine_.nodeTypes());
    for (const QString &node : nodes)
        if (!sound.contains(node)) {
            Q_EMIT refused(tr("%1 cannot be run yet; the problems list says why.").arg(node));
            return;
        }
    if (!nodes.isEmpty())
        engine_.run(document_.graph(), directory_, nodes);
}

void RunController::runQuietlyTo(const QString &node)
{
    if (engine_.state() == EngineClient::State::Ready
        && soundNodes(document_.graph(), engine_.nodeTypes()).contains(node))
        engine_.run(document_.graph(), directory_, { node });
}

void RunController::stop()
{
    soon_.stop();
    engine_.stop();
}

void RunController::pauseOrResume()
{
    if (engine_.state() == EngineClient::State::Paused)
        engine_.resume();
    else
        engine_.pause();
}

void RunController::take(const Message &message)
{
    board_.take(message);
    if (std::holds_alternative<StateMessage>(message) || std::holds_alternative<ProgressMessage>(message)) {
        Q_EMIT changed();
    } else if (const auto *end = std::get_if<EndMessage>(&message)) {
        running_.clear();
        Q_EMIT ended(end->status, end->seconds);
        Q_EMIT changed();
    }
}

void RunController::hear(const Change &change)
{
    if (const auto *node = std::get_if<NodeChange>(&change);
        node && node->before && node->after && node->before->id != node->after->id)
        board_.rename(node->before->id, node->after->id);
    if (!mattersToRuns(change))
        return;
    tuneRunningNodes(change);
    if (runsOnChange_)
        soon_.start();
}

/// A new rate of a descent that is on its way goes to it at once.
void RunController::tuneRunningNodes(const Change &change)
{
    const auto *node = std::get_if<NodeChange>(&change);
    if (!node || !node->before || !node->after || board_.status(node->after->id).state != NodeStatus::State::Running)
        return;
    const NodeType *type = engine_.nodeTypes().find(node->after->type);
    if (!type)
        return;
    for (const Parameter &parameter : type->parameters) {
        const QJsonValue now = node->after->parameters.value(parameter.name);
        if (parameter.kind == Parameter::Kind::Number && now != node->before->parameters.value(parameter.name))
            engine_.tune(node->after->id, parameter.name,
                now.isUndefined() ? parameter.defaultValue.toDouble() : now.toDouble());
    }
}

} // namespace thalweg
