#pragma once

#include "engine/kept_results.h"
#include "engine/messages.h"
#include "engine/plan.h"
#include "engine/run_control.h"

namespace thalweg {

/// An output that is to be written to a file as soon as it is there.
struct SaveRequest {
    QString node;
    QString port;
    QString path; ///< absolute, or from the working folder; see save_value.h
};

struct RunOptions {
    int threads = 0; ///< at most; 0: one a core
    bool summaries = true; ///< send a SummaryMessage for each output
    bool figures = true; ///< send FigureMessages
    bool keepResults = false; ///< for later runs; if not, a value is freed after its last reader
    bool live = false; ///< show what nodes publish before their end, and let them be tuned
    std::vector<SaveRequest> saves = {};
};

/// Runs plans. Nodes that do not depend on each other run at the same time, and so do the items of a list; a node that
/// fails fails alone. With RunOptions::keepResults, a node whose content key is as it was when it ran last is not run
/// again; what is kept, and for how long, is said at KeptResults.
class Engine {
public:
    /// Runs until everything is done, failed or stopped; then gives how it ended, as the last message said. One run at
    /// a time. `control` may be used from other threads meanwhile.
    RunStatus run(const Plan &plan, const RunOptions &options, RunControl &control, const Listener &listener);

    /// What was kept of runs that keep their results; may be asked from any thread, also during a run.
    const KeptResults &kept() const { return kept_; }

private:
    KeptResults kept_;
};

} // namespace thalweg
