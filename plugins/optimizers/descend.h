#pragma once

#include "clipping.h"
#include "stopping_tests.h"
#include "update_rule.h"

#include <thalweg/run_context.h>
#include <thalweg/schedule.h>

namespace thalweg {

/// What a descent is told before it starts.
struct DescentOptions {
    Eigen::VectorXd start; ///< θ₀
    std::shared_ptr<const Schedule> rate; ///< η ≥ 0 of each update
    Clipping clipping; ///< of the gradient that the rule is given
    Eigen::Index batchSize = 0; ///< rows an update; 0, or as many as there are: all
    bool shuffled = true; ///< rows are shuffled before each epoch; else they keep their order
    StoppingOptions stopping;
};

/// Follows the rule from the start until a stopping test is met, J or ∇J is not finite, or `context` says to stop.
///
/// Tests look at J and ∇J over all rows only: at every step of a run over all rows, at the ends of the epochs of a
/// batched one. At the other steps of a batched run the trace has J and ∇J of the batch that the next update uses.
/// Throws an Error where J or ∇J is not finite at the start.
///
/// While it goes on, it publishes its trace at the port `descent`, thinned to 2,000 steps, and takes over a rate that a
/// person sets by hand: the parameter `rate`, tuned.
Descent descend(const Objective &objective, const DescentOptions &options, UpdateRule &rule, RunContext &context);

} // namespace thalweg
