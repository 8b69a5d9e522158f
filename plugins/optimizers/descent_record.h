#pragma once

#include "stopping_tests.h"
#include "stopwatch.h"
#include "trace.h"

#include <thalweg/objective.h>
#include <thalweg/run_context.h>

namespace thalweg {

/// Throws an Error, at the parameter start, where J or ∇J is not finite there: a run cannot begin.
void checkStart(double cost, ConstVectorRef gradient);

/// What every loop that descends does beside descending: it keeps the trace, shows it while it grows, tests whether to
/// stop, and makes the Descent at the end. One object serves one run:
///
///     DescentRecord record(objective, options.stopping, context);
///     … measure the start …
///     record.add(step, theta, gradient);
///     while (!record.isEnded()) {
///         … make an update and measure; where that fails: record.stop(…) or record.diverge(…), and break …
///         record.add(step, theta, gradient);
///     }
///     return record.finish(theta);
class DescentRecord {
public:
    DescentRecord(const Objective &objective, const StoppingOptions &stopping, RunContext &context);

    /// The most updates that the run makes.
    std::int64_t iterations() const { return tests_.iterations(); }

    /// The updates that were asked for are made.
    bool isOver(const DescentStep &step) const { return tests_.isOver(step); }

    /// Writes the next step down, at θ and with its ∇J; fills in its gradientNorm and seconds. The rest of it is the
    /// caller's, and is finite.
    void add(DescentStep &step, const Eigen::VectorXd &theta, const Eigen::VectorXd &gradient)
    {
        step.gradientNorm = gradient.lpNorm<Eigen::Infinity>();
        step.seconds = stopwatch_.seconds();
        trace_.add(step, theta.data());
        if (step.iteration > 0 && context_.wantsPublish())
            publish();
    }

    /// The step that was added last.
    const DescentStep &last() const { return trace_.last(); }

    /// The last step again, measured anew at the same θ.
    void replaceLast(DescentStep &step, const Eigen::VectorXd &gradient);

    /// Whether the run ends with the step that was added last: a test is met, a limit is reached, or a person stops it.
    /// Waits while the run is paused.
    bool isEnded()
    {
        const DescentStep &step = trace_.last();
        if (tests_.end(step))
            return endByTest();
        if (!context_.goOn())
            return endByHand();
        if (hasEpochs_ ? step.full : step.iteration % 256 == 0)
            context_.progress(tests_.progress(step));
        return false;
    }

    /// Ends the run for a reason of the caller's own.
    void stop(const Stop &stop) { stop_ = stop; }

    /// Ends the run since J or ∇J is no longer finite after an update of this rate, and warns. The trace ends with the
    /// step before.
    void diverge(double rate);
    bool isDiverged() const { return stop_.reason == StopReason::Diverged; }

    /// The descent, once; `remark` is put behind the message. Where the objective has a warning about the last θ, the
    /// person gets it.
    Descent finish(ConstVectorRef lastTheta, const QString &remark = {});

private:
    bool endByTest();
    bool endByHand();
    void publish();

    const Objective &objective_;
    RunContext &context_;
    const bool hasEpochs_; ///< progress is told at their ends
    StoppingTests tests_;
    Stopwatch stopwatch_;
    Trace trace_;
    Stop stop_;
};

} // namespace thalweg
