#pragma once

#include "stopping_tests.h"

#include <thalweg/objective.h>
#include <thalweg/run_context.h>
#include <thalweg/schedule.h>

namespace thalweg {

/// Where a search is, and what was measured there.
struct SearchPoint {
    Eigen::VectorXd theta;
    double cost = 0; ///< J(θ) over all rows
    Eigen::VectorXd gradient; ///< ∇J(θ); stopping tests and trace have its max-norm
};

/// What an iteration of a search came to.
struct SearchStep {
    enum class Outcome {
        Moved, ///< the point is another one, all of it finite
        Stuck, ///< no step makes J smaller, as far as floating point goes; the point is as it was
        Small, ///< the iteration before met the method's own test of its size; the point is as it was
        NotFinite, ///< a step of the given rate led to where J or ∇J is not finite; the point is of no use
    };

    Outcome outcome = Outcome::Moved;
    double rate = 0; ///< the step size, for the trace, whatever the method calls so
    std::int64_t evaluations = 0; ///< of J and ∇J in this iteration; what costs as much counts as one
    QString message = {}; ///< where stuck or small: why, in a sentence without a full stop
};

/// A method that looks at J more than once in an iteration: it chooses direction and step by itself. An object belongs
/// to one run, and holds what the method remembers from iteration to iteration.
class SearchMethod {
public:
    /// The objective must outlive the method.
    explicit SearchMethod(const Objective &objective) : objective_(objective) { }
    virtual ~SearchMethod() = default;
    SearchMethod(const SearchMethod &) = delete;
    SearchMethod &operator=(const SearchMethod &) = delete;

    /// Measures cost and gradient at the point's θ, where the search starts; may not be finite. Gives the number of
    /// evaluations. A method that measures more than J and ∇J, or that has to mend θ first, overrides it.
    virtual std::int64_t start(SearchPoint &point)
    {
        point.cost = objective_.valueAndGradient(point.theta, point.gradient);
        return 1;
    }

    /// Makes one iteration from `point`, which becomes where it ends. With `rate` the step size is that; else the
    /// method chooses it. Allocates nothing, unless it is stuck.
    virtual SearchStep step(SearchPoint &point, std::optional<double> rate) = 0;

protected:
    const Objective &objective_;
};

/// What a search is told before it starts.
struct SearchOptions {
    Eigen::VectorXd start; ///< θ₀
    std::shared_ptr<const Schedule> rate; ///< η ≥ 0 of each update; null: the method chooses
    StoppingOptions stopping;
};

/// Searches from the start until a stopping test is met, the method is stuck (reason `step`), J or ∇J is not finite, or
/// `context` says to stop. A run that was told how many iterations to make makes them all: where the method is stuck
/// the rest leave the point where it is, unless a stopping test ends it then. Every step of the trace is measured over
/// all rows. Throws an Error where J or ∇J is not finite at the start. Publishes, and takes over a rate set by hand, as
/// descend() does.
Descent search(const Objective &objective, const SearchOptions &options, SearchMethod &method, RunContext &context);

} // namespace thalweg
