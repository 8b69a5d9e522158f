#include "descend.h"

#include "batches.h"
#include "trace.h"

#include <thalweg/plain_values.h>
#include <thalweg/result.h>

#include <chrono>
#include <cmath>

namespace thalweg {

namespace {

/// Seconds since it was made. Reading the clock takes longer than an iteration on a small objective, so where
/// iterations are short the clock is read only now and then; what it says is at most about 20 µs old.
class Stopwatch {
public:
    double seconds()
    {
        if (--readsLeft_ > 0)
            return seconds_;
        const double now = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        stride_ = now - seconds_ < 10e-6 ? std::min(2 * stride_, 64) : std::max(stride_ / 2, 1);
        readsLeft_ = stride_;
        return seconds_ = now;
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double seconds_ = 0;
    int stride_ = 1;
    int readsLeft_ = 1;
};

class Run {
public:
    Run(const Objective &objective, const DescentOptions &options, UpdateRule &rule, RunContext &context)
        : objective_(objective), options_(options), rule_(rule), context_(context), rowCount_(objective.termCount()),
          batched_(options.batchSize > 0 && options.batchSize < rowCount_), iterations_(iterationLimit()),
          totalUpdates_(totalUpdates()), theta_(options.start), gradient_(objective.dimension()),
          trace_(objective.dimension())
    {
    }

    Descent run()
    {
        Batches batches(
            batched_ ? rowCount_ : 0, batched_ ? options_.batchSize : 1, options_.shuffled, context_.random());
        std::span<const Eigen::Index> batch;

        if (options_.iterations)
            trace_.expect(std::min<std::int64_t>(iterations_, 1'000'000) + 1);
        takeOverRate();
        measureAllRows();
        if (!isFinite())
            throw Error(QStringLiteral("J or its gradient is not finite here (J = %1); start elsewhere")
                            .arg(shortNumber(step_.cost)))
                .at(QStringLiteral("parameter start"));
        record();
        while (!isEnded()) {
            if (batched_ && step_.full) {
                batch = batches.next();
                objective_.prefetch(batches.soon());
                measureBatch(batch);
                if (!isFinite()) {
                    diverge();
                    break;
                }
            }
            takeOverRate();
            options_.clipping.apply(gradient_);
            rule_.update(theta_, gradient_, step_.rate);
            ++step_.iteration;
            rowsRead_ += batched_ ? static_cast<std::int64_t>(batch.size()) : rowCount_;
            step_.epoch = static_cast<double>(rowsRead_) / static_cast<double>(rowCount_);
            if (!batched_ || batches.isEpochEnd() || isOver()) {
                measureAllRows();
            } else {
                batch = batches.next();
                objective_.prefetch(batches.soon());
                measureBatch(batch);
            }
            if (!isFinite() || !theta_.allFinite()) {
                diverge();
                break;
            }
            record();
            if (context_.wantsPublish())
                publish();
        }
        return finish();
    }

private:
    std::int64_t iterationLimit() const
    {
        if (options_.iterations)
            return *options_.iterations;
        return options_.epochs ? std::numeric_limits<std::int64_t>::max() : defaultIterations;
    }

    /// The updates that were asked for are made.
    bool isOver() const
    {
        return step_.iteration >= iterations_ || (options_.epochs && step_.epoch >= *options_.epochs);
    }

    /// Of the next update.
    double scheduledRate() const
    {
        if (options_.rate->isConstant())
            return options_.rate->rate(0, 0);
        if (options_.rate->countsEpochs())
            return options_.rate->rate(std::floor(step_.epoch), totalUpdates_ / static_cast<double>(updatesPerEpoch()));
        return options_.rate->rate(static_cast<double>(step_.iteration), totalUpdates_);
    }

    std::int64_t updatesPerEpoch() const
    {
        return batched_ ? (rowCount_ + options_.batchSize - 1) / options_.batchSize : 1;
    }

    /// As many as the run makes where no test ends it before.
    double totalUpdates() const
    {
        const auto byIterations = static_cast<double>(iterations_);
        if (!options_.epochs)
            return byIterations;
        return std::min(byIterations, std::ceil(*options_.epochs * static_cast<double>(updatesPerEpoch())));
    }

    void measureAllRows()
    {
        step_.cost = objective_.valueAndGradient(theta_, gradient_);
        step_.full = true;
        ++step_.evaluations;
    }

    void measureBatch(std::span<const Eigen::Index> rows)
    {
        step_.cost = objective_.batchValueAndGradient(rows, theta_, gradient_);
        step_.full = false;
        ++step_.evaluations;
    }

    bool isFinite() const { return std::isfinite(step_.cost) && gradient_.allFinite(); }

    void takeOverRate()
    {
        const double given = scheduledRate();
        step_.rate = context_.tuned(rateName_, given);
        if (step_.rate == given || step_.rate == handRate_)
            return;
        handRate_ = step_.rate;
        ++rateChanges_;
        rateChangedAt_ = step_.iteration + 1;
    }

    /// How the rate was changed by hand, to be put behind a message; empty where it was not.
    QString rateChanges() const
    {
        if (rateChanges_ == 0)
            return {};
        const QString last = QStringLiteral("%1 from iteration %2 on").arg(shortNumber(*handRate_)).arg(rateChangedAt_);
        return rateChanges_ == 1
            ? QStringLiteral("; the rate was changed by hand to %1").arg(last)
            : QStringLiteral("; the rate was changed by hand %1 times, at last to %2").arg(rateChanges_).arg(last);
    }

    /// Shows the trace so far.
    void publish()
    {
        constexpr std::size_t mostSteps = 2000;
        constexpr std::size_t mostNumbers = 1 << 20; // of θ in all: 8 MiB
        const auto dimension = static_cast<std::size_t>(std::max<Eigen::Index>(1, objective_.dimension()));
        auto [steps, theta] = trace_.sample(std::clamp<std::size_t>(mostNumbers / dimension, 2, mostSteps));
        context_.publish(QStringLiteral("descent"),
            std::make_shared<Descent>(DescentContent { .parameterNames = objective_.parameterNames(),
                .steps = std::move(steps),
                .theta = std::move(theta),
                .reason = StopReason::Interrupted,
                .message = QStringLiteral("it goes on") }));
    }

    void record()
    {
        step_.gradientNorm = gradient_.lpNorm<Eigen::Infinity>();
        step_.seconds = stopwatch_.seconds();
        trace_.add(step_, theta_.data());
    }

    void stop(StopReason reason, const QString &message)
    {
        reason_ = reason;
        message_ = message;
    }

    void diverge()
    {
        const std::int64_t last = trace_.last().iteration;
        stop(StopReason::Diverged,
            QStringLiteral("J or its gradient was no longer finite after iteration %1; a smaller rate than %2 may help")
                .arg(last)
                .arg(shortNumber(step_.rate)));
        context_.warn(QStringLiteral("diverged: %1").arg(message_));
    }

    /// Looks at the step that was recorded last: whether the run ends there, and why.
    bool isEnded()
    {
        const DescentStep step = trace_.last();
        const bool isMet = step.full && meetsATest(step);
        if (step.full)
            costBefore_ = step.cost;
        if (isMet || reachesALimit(step))
            return true;
        tellProgress(step);
        return false;
    }

    bool meetsATest(const DescentStep &step)
    {
        if (options_.gradientTolerance > 0 && step.gradientNorm <= options_.gradientTolerance) {
            stop(StopReason::Gradient,
                QStringLiteral("the gradient's largest component, %1, is within the tolerance of %2")
                    .arg(shortNumber(step.gradientNorm), shortNumber(options_.gradientTolerance)));
            return true;
        }
        if (options_.targetCost && step.cost <= *options_.targetCost) {
            stop(StopReason::Target,
                QStringLiteral("the cost, %1, reached the target of %2")
                    .arg(shortNumber(step.cost), shortNumber(*options_.targetCost)));
            return true;
        }
        if (options_.costTolerance > 0 && costBefore_
            && std::abs(step.cost - *costBefore_) <= options_.costTolerance * std::abs(*costBefore_)) {
            stop(StopReason::Cost,
                QStringLiteral("the cost changed by %1, within %2 of itself")
                    .arg(shortNumber(std::abs(step.cost - *costBefore_)), shortNumber(options_.costTolerance)));
            return true;
        }
        return false;
    }

    bool reachesALimit(const DescentStep &step)
    {
        if (step.iteration >= iterations_)
            stop(StopReason::Iterations, QStringLiteral("all %1 iterations were made").arg(iterations_));
        else if (isOver())
            stop(StopReason::Iterations, QStringLiteral("all %1 epochs were made").arg(shortNumber(*options_.epochs)));
        else if (options_.timeLimit && step.seconds >= *options_.timeLimit)
            stop(StopReason::Time,
                QStringLiteral("the time limit of %1 s was reached").arg(shortNumber(*options_.timeLimit)));
        else if (!context_.goOn())
            stop(StopReason::Interrupted, QStringLiteral("it was stopped by hand"));
        else
            return false;
        return true;
    }

    void tellProgress(const DescentStep &step)
    {
        if (options_.epochs && step.full)
            context_.progress(step.epoch / *options_.epochs);
        else if (!options_.epochs && step.iteration % 256 == 0)
            context_.progress(static_cast<double>(step.iteration) / static_cast<double>(iterations_));
    }

    Descent finish()
    {
        // The end is measured over all rows, as the start was, wherever that is possible.
        if (!trace_.last().full && reason_ != StopReason::Diverged) {
            measureAllRows();
            if (isFinite()) {
                step_.gradientNorm = gradient_.lpNorm<Eigen::Infinity>();
                trace_.replaceLast(step_);
            }
        }
        const QString warning = objective_.warning(theta_);
        if (!warning.isEmpty() && reason_ != StopReason::Diverged)
            context_.warn(warning);
        return Descent({ .parameterNames = objective_.parameterNames(),
            .steps = trace_.takeSteps(),
            .theta = trace_.takeTheta(),
            .reason = reason_,
            .message = message_ + rateChanges() });
    }

    const Objective &objective_;
    const DescentOptions &options_;
    UpdateRule &rule_;
    RunContext &context_;
    const Eigen::Index rowCount_;
    const bool batched_;
    const std::int64_t iterations_;
    const double totalUpdates_;
    const QString rateName_ = QStringLiteral("rate");
    std::optional<double> handRate_; ///< as a person has set it last
    int rateChanges_ = 0;
    std::int64_t rateChangedAt_ = 0; ///< the first update that was made with handRate_

    Stopwatch stopwatch_;
    Eigen::VectorXd theta_;
    Eigen::VectorXd gradient_; ///< at theta_, over the rows that step_ was measured over
    DescentStep step_;
    std::int64_t rowsRead_ = 0;
    std::optional<double> costBefore_; ///< over all rows, when it was measured last
    Trace trace_;
    StopReason reason_ = StopReason::Iterations;
    QString message_;
};

} // namespace

Descent descend(const Objective &objective, const DescentOptions &options, UpdateRule &rule, RunContext &context)
{
    return Run(objective, options, rule, context).run();
}

} // namespace thalweg
