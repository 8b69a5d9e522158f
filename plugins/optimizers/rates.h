#pragma once

#include <thalweg/descent.h>
#include <thalweg/run_context.h>
#include <thalweg/schedule.h>

#include <cmath>
#include <memory>
#include <optional>

namespace thalweg {

/// The step size η of each update of one run: by the schedule, or as a person has set it by hand since (the parameter
/// `rate`, tuned).
class Rates {
public:
    /// `totalUpdates`: as many as the run makes where no test ends it before.
    Rates(std::shared_ptr<const Schedule> schedule, double totalUpdates, double updatesPerEpoch, RunContext &context)
        : schedule_(std::move(schedule)), totalUpdates_(totalUpdates), updatesPerEpoch_(updatesPerEpoch),
          context_(context)
    {
    }

    /// Of the update after `step`.
    double after(const DescentStep &step)
    {
        const double given = scheduled(step);
        const double rate = context_.tuned(name_, given);
        if (rate != given && rate != handRate_) {
            handRate_ = rate;
            ++changes_;
            changedAt_ = step.iteration + 1;
        }
        return rate;
    }

    /// How the rate was changed by hand, to be put behind a message; empty where it was not.
    QString changes() const;

private:
    double scheduled(const DescentStep &step) const
    {
        if (schedule_->isConstant())
            return schedule_->rate(0, 0);
        if (schedule_->countsEpochs())
            return schedule_->rate(std::floor(step.epoch), totalUpdates_ / updatesPerEpoch_);
        return schedule_->rate(static_cast<double>(step.iteration), totalUpdates_);
    }

    const std::shared_ptr<const Schedule> schedule_;
    const double totalUpdates_;
    const double updatesPerEpoch_;
    RunContext &context_;
    const QString name_ = QStringLiteral("rate");
    std::optional<double> handRate_; ///< as a person has set it last
    int changes_ = 0;
    std::int64_t changedAt_ = 0; ///< the first update that was made with handRate_
};

} // namespace thalweg
