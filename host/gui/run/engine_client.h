#pragma once

#include "engine/messages.h"
#include "engine/protocol/table_part.h"
#include "graph/graph.h"
#include "registry/plugin.h"

#include <thalweg/node_types.h>

#include <QObject>

#include <memory>

namespace thalweg {

/// How an engine is started, from the preferences.
struct EngineCommand {
    QStringList command = {}; ///< program and arguments that stand before `engine`; empty: this program itself
    QStringList without = {}; ///< ids or paths of plugins that must not be loaded
    int threads = 0; ///< 0: one a core
};

/// Why an engine is gone without having been asked to go, or why it may be worth ending.
struct EngineLoss {
    QString
        what; ///< in words: `was killed by signal 11 (segmentation fault)`, `exited with status 3`, `does not answer`
    QStringList nodes; ///< that were running; empty if none was
    QString plugin; ///< id (or path) of the plugin that was being loaded, or that all running nodes are from; or empty
    QStringList lastLines; ///< what the engine printed last, at most 20 lines: often the cause
};

/// The window's end of an engine in another process. Lives on the GUI thread and never waits for the engine.
class EngineClient : public QObject {
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Ready, Running, Paused };

    explicit EngineClient(QObject *parent = nullptr);
    ~EngineClient() override;

    State state() const;
    /// What the engine can run; holds from the first ready() on, also while no engine is there.
    const NodeTypes &nodeTypes() const;
    const std::vector<PluginInfo> &plugins() const;

    /// Starts an engine; one that is there is ended first.
    void start(const EngineCommand &command);
    /// Ends it, the hard way where it does not go by itself.
    void shutDown();

    /// Runs what `targets` need (all nodes if empty); a run that goes on is stopped first, and this one starts behind
    /// it. Relative paths start at `directory`. While the engine starts, the run waits for it.
    void run(const Graph &graph, const QString &directory, const QStringList &targets = {});
    /// Stops the run. Where it has been asked for more than a second ago, in vain, the engine is killed: lost()
    /// follows.
    void stop();
    void pause();
    void resume();
    /// Changes a number parameter of a node that is running, from its next iteration on. The result is then told from
    /// one that had this value from the start, and is not reused.
    void tune(const QString &node, const QString &parameter, double value);
    /// Asks for rows of an output, at most mostTableRows; tableArrived() answers. An engine keeps of each node what it
    /// gave last.
    void requestTable(const QString &node, const QString &port, std::int64_t firstRow, std::int64_t rowCount);

Q_SIGNALS:
    void stateChanged(thalweg::EngineClient::State state);
    /// The engine has said which node types and plugins there are.
    void ready();
    /// The nodes that the run which begins now is made of.
    void began(const QStringList &nodes);
    void message(const thalweg::Message &message);
    void tableArrived(const thalweg::TablePart &part);
    /// A run could not be started at all: a cycle, an unknown node type …
    void refused(const QString &problem);
    /// A line that the engine or a plugin in it printed.
    void printed(const QString &line);
    /// The engine is there and does not react: to nothing at all for ten seconds, to stop() for three, or a plugin has
    /// been loading for ten. It may yet (a long node that cannot be interrupted is no fault), so it is left alone:
    /// shutDown() and start() give a new one.
    void unresponsive(const thalweg::EngineLoss &loss);
    /// The engine is gone; state() is Stopped.
    void lost(const thalweg::EngineLoss &loss);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace thalweg
