#include "descend.h"

#include "batches.h"
#include "descent_record.h"
#include "rates.h"

#include <cmath>

namespace thalweg {

namespace {

class Run {
public:
    Run(const Objective &objective, const DescentOptions &options, UpdateRule &rule, RunContext &context)
        : objective_(objective), options_(options), rule_(rule), rowCount_(objective.termCount()),
          batched_(options.batchSize > 0 && options.batchSize < rowCount_),
          batches_(batched_ ? rowCount_ : 0, batched_ ? options.batchSize : 1, options.shuffled, context.random()),
          theta_(options.start), gradient_(objective.dimension()), record_(objective, options.stopping, context),
          rates_(options.rate, totalUpdates(), static_cast<double>(updatesPerEpoch()), context)
    {
    }

    Descent run()
    {
        step_.rate = rates_.after(step_);
        measureAllRows();
        checkStart(step_.cost, gradient_);
        record_.add(step_, theta_, gradient_);
        while (!record_.isEnded()) {
            if (batched_ && step_.full) {
                measureNextBatch();
                if (!isFinite()) {
                    record_.diverge(step_.rate);
                    break;
                }
            }
            update();
            if (!batched_ || batches_.isEpochEnd() || record_.isOver(step_))
                measureAllRows();
            else
                measureNextBatch();
            if (!isFinite() || !theta_.allFinite()) {
                record_.diverge(step_.rate);
                break;
            }
            record_.add(step_, theta_, gradient_);
        }
        return finish();
    }

private:
    std::int64_t updatesPerEpoch() const
    {
        return batched_ ? (rowCount_ + options_.batchSize - 1) / options_.batchSize : 1;
    }

    /// As many as the run makes where no test ends it before.
    double totalUpdates() const
    {
        const auto byIterations = static_cast<double>(record_.iterations());
        const auto &epochs = options_.stopping.epochs;
        return epochs ? std::min(byIterations, std::ceil(*epochs * static_cast<double>(updatesPerEpoch())))
                      : byIterations;
    }

    void measureAllRows()
    {
        step_.cost = objective_.valueAndGradient(theta_, gradient_);
        step_.full = true;
        ++step_.evaluations;
    }

    void measureNextBatch()
    {
        batch_ = batches_.next();
        objective_.prefetch(batches_.soon());
        step_.cost = objective_.batchValueAndGradient(batch_, theta_, gradient_);
        step_.full = false;
        ++step_.evaluations;
    }

    bool isFinite() const { return std::isfinite(step_.cost) && gradient_.allFinite(); }

    void update()
    {
        step_.rate = rates_.after(step_);
        options_.clipping.apply(gradient_);
        rule_.update(theta_, gradient_, step_.rate);
        ++step_.iteration;
        rowsRead_ += batched_ ? static_cast<std::int64_t>(batch_.size()) : rowCount_;
        step_.epoch = static_cast<double>(rowsRead_) / static_cast<double>(rowCount_);
    }

    Descent finish()
    {
        // The end is measured over all rows, as the start was, wherever that is possible.
        if (!record_.last().full && !record_.isDiverged()) {
            measureAllRows();
            if (isFinite())
                record_.replaceLast(step_, gradient_);
        }
        return record_.finish(theta_, rates_.changes());
    }

    const Objective &objective_;
    const DescentOptions &options_;
    UpdateRule &rule_;
    const Eigen::Index rowCount_;
    const bool batched_;
    Batches batches_;
    std::span<const Eigen::Index> batch_; ///< that the next update uses
    Eigen::VectorXd theta_;
    Eigen::VectorXd gradient_; ///< at theta_, over the rows that step_ was measured over
    DescentStep step_;
    std::int64_t rowsRead_ = 0;
    DescentRecord record_;
    Rates rates_;
};

} // namespace

Descent descend(const Objective &objective, const DescentOptions &options, UpdateRule &rule, RunContext &context)
{
    return Run(objective, options, rule, context).run();
}

} // namespace thalweg
