#pragma once

#include <thalweg/descent.h>

#include <cmath>
#include <cstdint>
#include <optional>

namespace thalweg {

/// When a run ends. What is left open or 0 never ends it.
struct StoppingOptions {
    std::optional<std::int64_t> iterations = {}; ///< stop after so many updates
    std::optional<double> epochs = {}; ///< stop when the updates have read the rows so many times
    std::optional<std::int64_t> evaluations = {}; ///< stop when J and ∇J were evaluated so many times
    double gradientTolerance = 0; ///< stop when ‖∇J‖∞ ≤ this; 0: never
    double costTolerance = 0; ///< stop when |J − J before| ≤ this · |J before|; 0: never
    std::optional<double> targetCost = {}; ///< stop when J ≤ this
    std::optional<double> timeLimit = {}; ///< seconds; stop when they are over
};

/// Where neither iterations nor epochs are given.
inline constexpr std::int64_t defaultIterations = 1000;

/// Why a run ended.
struct Stop {
    StopReason reason = StopReason::Iterations;
    QString message = {}; ///< a sentence with numbers, without a full stop
};

/// The stopping tests of one run, which is asked about each step once and in order.
class StoppingTests {
public:
    explicit StoppingTests(const StoppingOptions &options);

    /// The most updates that the run makes, by `iterations` and by default.
    std::int64_t iterations() const { return iterations_; }

    /// The updates that were asked for are made.
    bool isOver(const DescentStep &step) const
    {
        return step.iteration >= iterations_ || (options_.epochs && step.epoch >= *options_.epochs);
    }

    /// Whether the run ends with this step; stop() then says why. The tests for a minimum look at steps that are
    /// measured over all rows only.
    bool end(const DescentStep &step)
    {
        const bool isMet = step.full && meetsATest(step);
        if (step.full)
            costBefore_ = step.cost;
        return isMet || reachesALimit(step);
    }
    const Stop &stop() const { return stop_; }

    /// The part of the run that is done, 0 … 1, where it ends by iterations or epochs.
    double progress(const DescentStep &step) const;

private:
    bool meetsATest(const DescentStep &step)
    {
        if (options_.gradientTolerance > 0 && step.gradientNorm <= options_.gradientTolerance)
            return endByGradient(step);
        if (options_.targetCost && step.cost <= *options_.targetCost)
            return endByTarget(step);
        if (options_.costTolerance > 0 && costBefore_
            && std::abs(step.cost - *costBefore_) <= options_.costTolerance * std::abs(*costBefore_))
            return endByCost(step);
        return false;
    }

    bool reachesALimit(const DescentStep &step)
    {
        if (isOver(step) || (options_.evaluations && step.evaluations >= *options_.evaluations)
            || (options_.timeLimit && step.seconds >= *options_.timeLimit))
            return endByLimit(step);
        return false;
    }

    // Each notes why, and is true.
    bool endByGradient(const DescentStep &step);
    bool endByTarget(const DescentStep &step);
    bool endByCost(const DescentStep &step);
    bool endByLimit(const DescentStep &step);

    const StoppingOptions options_;
    const std::int64_t iterations_;
    std::optional<double> costBefore_; ///< over all rows, when it was measured last
    Stop stop_;
};

} // namespace thalweg
