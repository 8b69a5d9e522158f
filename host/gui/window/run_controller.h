#pragma once

#include "graph/document.h"
#include "gui/run/engine_client.h"
#include "gui/run/run_board.h"

#include <QElapsedTimer>
#include <QTimer>

namespace thalweg {

/// When and what a window's engine runs: by hand, or on every change that matters. Keeps the board up to date with what
/// the engine says. GUI thread; waits for nothing.
class RunController : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it.
    RunController(Document &document, EngineClient &engine, RunBoard &board, QObject *parent = nullptr);

    /// Where relative paths of the workflow start.
    void setDirectory(const QString &directory) { directory_ = directory; }
    const QString &directory() const { return directory_; }

    bool runsOnChange() const { return runsOnChange_; }
    void setRunOnChange(bool on);

    bool isRunning() const;
    /// The part of the run that is done, 0 … 1.
    double progress() const;

public Q_SLOTS:
    /// Runs every node that has no fault. Where there is none, says so by refused().
    void runAll();
    /// Runs what these nodes need, and them.
    void runTo(const QStringList &nodes);
    /// The same for what a view would like to know; where it cannot be run, nothing is said.
    void runQuietlyTo(const QString &node);
    void stop();
    void pauseOrResume();

Q_SIGNALS:
    /// What can be run, or whether something runs, has changed.
    void changed();
    /// A run ended; its seconds and how many nodes failed.
    void ended(thalweg::RunStatus status, double seconds);
    void refused(const QString &why);

private:
    void take(const Message &message);
    void hear(const Change &change);
    void tuneRunningNodes(const Change &change);

    Document &document_;
    EngineClient &engine_;
    RunBoard &board_;
    QString directory_;
    QStringList running_; ///< nodes of the run that goes on
    bool runsOnChange_ = false;
    bool wantsRun_ = false; ///< asked for before the engine was ready
    QTimer soon_; ///< until edits that follow each other quickly have come to rest
};

/// Whether a change can change what a run gives: not where it only moves things on the canvas or renames the workflow.
bool mattersToRuns(const Change &change);

} // namespace thalweg
