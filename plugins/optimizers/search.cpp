#include "search.h"

#include "descent_record.h"
#include "rates.h"

namespace thalweg {

Descent search(const Objective &objective, const SearchOptions &options, SearchMethod &method, RunContext &context)
{
    using Outcome = SearchStep::Outcome;
    DescentRecord record(objective, options.stopping, context);
    std::optional<Rates> rates;
    if (options.rate)
        rates.emplace(options.rate, static_cast<double>(record.iterations()), 1, context);

    SearchPoint point { options.start, 0, Eigen::VectorXd(objective.dimension()) };
    DescentStep step;
    step.rate = rates ? rates->after(step) : 0;
    const std::int64_t atStart = method.start(point);
    step.evaluations = atStart;
    step.cost = point.cost;
    checkStart(point.cost, point.gradient);
    record.add(step, point.theta, point.gradient);
    bool rests = false; // it is stuck, but goes on for as long as it was told
    QString rest;
    while (!record.isEnded()) {
        SearchStep made;
        if (!rests)
            made = method.step(point, rates ? std::optional(rates->after(step)) : std::nullopt);
        if (made.outcome == Outcome::Stuck && options.stopping.iterations) {
            rests = true;
            rest = QStringLiteral("; since iteration %1 it rests: %2").arg(step.iteration).arg(made.message);
            made.outcome = Outcome::Moved;
            made.rate = 0;
        }
        if (made.outcome == Outcome::Stuck || made.outcome == Outcome::Small)
            record.stop({ StopReason::Step, made.message });
        if (made.outcome == Outcome::NotFinite)
            record.diverge(made.rate);
        if (made.outcome != Outcome::Moved)
            break;
        ++step.iteration;
        step.cost = point.cost;
        step.rate = made.rate;
        step.evaluations += made.evaluations;
        step.epoch = static_cast<double>(step.evaluations - atStart); // each reads all rows
        record.add(step, point.theta, point.gradient);
    }
    return record.finish(point.theta, rates ? rates->changes() + rest : rest);
}

} // namespace thalweg
