#pragma once

#include "gui/run/engine_client.h"
#include "gui/window/message_bar.h"

#include <functional>

namespace thalweg {

/// Tells in a message bar when an engine was lost, names the node and the plugin, and offers to start another one, with
/// or without that plugin.
class EngineNotices : public QObject {
    Q_OBJECT

public:
    /// `command` gives the engine to be started with these plugins left out. All must outlive it.
    EngineNotices(EngineClient &engine, MessageBar &bar,
        std::function<EngineCommand(const QStringList &without)> command, QObject *parent = nullptr);

    /// Starts the engine, for the first time or after the preferences changed.
    void start();
    /// Plugins that were left out since this window was opened.
    const QStringList &without() const { return without_; }

Q_SIGNALS:
    /// The node that ran when the engine was lost.
    void nodeBlamed(const QString &node);

private:
    void tellLoss(const EngineLoss &loss);
    void tellSilence(const EngineLoss &loss);
    QString circumstances(const EngineLoss &loss) const;
    std::vector<Notice::Button> restartButtons(const EngineLoss &loss);
    void startWithout(const QString &plugin);
    QString pluginTitle(const QString &plugin) const;

    EngineClient &engine_;
    MessageBar &bar_;
    std::function<EngineCommand(const QStringList &)> command_;
    QStringList without_;
};

} // namespace thalweg
