#pragma once

#include "engine/messages.h"
#include "engine/plan.h"
#include "engine/run_control.h"

#include <thalweg/value.h>

#include <unordered_map>

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
    bool keepResults = false; ///< for the next run; if not, a value is freed after its last reader
    std::vector<SaveRequest> saves = {};
};

/// Runs plans. Nodes that do not depend on each other run at the same time, and so do the items of a list; a node that
/// fails fails alone. With RunOptions::keepResults, a node whose content key is as it was in the run before is not run
/// again.
class Engine {
public:
    using Outputs = std::shared_ptr<const std::vector<ValuePtr>>;
    using Results = std::unordered_map<ContentKey, Outputs, ContentKeyHash>;

    /// Runs until everything is done, failed or stopped; then gives how it ended, as the last message said. One run at
    /// a time. `control` may be used from other threads meanwhile.
    RunStatus run(const Plan &plan, const RunOptions &options, RunControl &control, const Listener &listener);

private:
    Results kept_; ///< of the last run that kept its results
};

} // namespace thalweg
