#include "bounds.h"
#include "lbfgs_memory.h"
#include "node_types.h"
#include "search_node.h"
#include "vector_sums.h"

#include <thalweg/plain_values.h>

#include <cmath>

namespace thalweg {

namespace {

/// Quasi-Newton steps in the components that are free, projected onto the box. The point's gradient is ∇J with zeros in
/// the components that are held by their bounds; the whole ∇J is kept beside it.
class BoundedLbfgs final : public SearchMethod {
public:
    BoundedLbfgs(const Objective &objective, Bounds bounds, Eigen::Index history)
        : SearchMethod(objective), bounds_(std::move(bounds)), history_(history),
          steps_(objective.dimension(), history), changes_(objective.dimension(), history),
          free_(history, objective.dimension()), mask_(objective.dimension()), newMask_(objective.dimension()),
          gradient_(objective.dimension()), newGradient_(objective.dimension()), direction_(objective.dimension()),
          theta_(objective.dimension()), way_(objective.dimension()),
          zero_(Eigen::VectorXd::Zero(objective.dimension()))
    {
    }

    std::int64_t start(SearchPoint &point) override
    {
        bounds_.project(point.theta);
        point.cost = objective_.valueAndGradient(point.theta, gradient_);
        maskGradient(point);
        mask_ = newMask_;
        return 1;
    }

    SearchStep step(SearchPoint &point, std::optional<double> rate) override
    {
        SearchStep made;
        while (true) {
            const bool isSteepest = free_.isEmpty();
            findDirection(point);
            if (rate ? takeFixed(point, *rate, made) : search(point, made)) {
                learn(point);
                return made;
            }
            if (made.outcome == SearchStep::Outcome::NotFinite)
                return made;
            if (isSteepest)
                break;
            forget();
        }
        made.outcome = SearchStep::Outcome::Stuck;
        made.message = whyStuck(point);
        return made;
    }

private:
    void findDirection(const SearchPoint &point)
    {
        if (free_.isEmpty()) {
            direction_ = -point.gradient;
            const double norm = direction_.norm();
            firstStep_ = norm > 0 ? std::min(1.0, 1 / norm) : 1;
        } else {
            free_.direction(point.gradient, direction_);
            firstStep_ = 1;
        }
    }

    /// Measures the end of a projected step, into theta_, way_, cost_ and newGradient_: whether it is finite.
    bool measure(const SearchPoint &point, double step, SearchStep &made)
    {
        theta_ = point.theta + step * direction_;
        bounds_.project(theta_);
        way_ = theta_ - point.theta;
        cost_ = objective_.valueAndGradient(theta_, newGradient_);
        ++made.evaluations;
        made.rate = step;
        return std::isfinite(cost_) && newGradient_.allFinite();
    }

    /// Goes back until J is low enough. The slope is taken along the way that the projection leaves.
    bool search(const SearchPoint &point, SearchStep &made)
    {
        constexpr double c1 = 1e-4;
        constexpr double flatter = 0.9;
        constexpr int mostTrials = 100;
        const double before = point.gradient.lpNorm<Eigen::Infinity>();
        double step = firstStep_;
        for (int i = 0; i < mostTrials; ++i) {
            const bool isFinite = measure(point, step, made);
            step *= isFinite ? 0.5 : 0.25;
            const double descent = dot(gradient_, way_);
            if (!(descent < 0))
                return false; // not downhill, or too short to be a step
            if (!isFinite)
                continue;
            if (cost_ < point.cost && cost_ <= point.cost + c1 * descent)
                return true;
            // Where the decrease is lost in the rounding of J, a smaller gradient is good enough.
            if (cost_ <= point.cost && -descent <= 1e-12 * std::abs(point.cost)
                && freeNorm(theta_, newGradient_) <= flatter * before)
                return true;
        }
        return false;
    }

    bool takeFixed(const SearchPoint &point, double rate, SearchStep &made)
    {
        const bool isFinite = measure(point, isFirst_ ? firstStep_ * rate : rate, made) && theta_.allFinite();
        made.outcome = isFinite ? SearchStep::Outcome::Moved : SearchStep::Outcome::NotFinite;
        return isFinite;
    }

    /// ‖∇J‖∞ over the components that no bound holds.
    double freeNorm(const Eigen::VectorXd &theta, const Eigen::VectorXd &gradient) const
    {
        double norm = 0;
        for (Eigen::Index i = 0; i < theta.size(); ++i)
            if (!bounds_.holds(i, theta[i], gradient[i]))
                norm = std::max(norm, std::abs(gradient[i]));
        return norm;
    }

    /// Goes to what was measured last, and takes up what that shows of the curvature among the free components.
    void learn(SearchPoint &point)
    {
        isFirst_ = false;
        std::swap(point.theta, theta_);
        point.cost = cost_;
        if (count_ == history_) {
            // The oldest goes; the order of the columns is that of age.
            for (Eigen::Index i = 0; i + 1 < history_; ++i) {
                steps_.col(i) = steps_.col(i + 1);
                changes_.col(i) = changes_.col(i + 1);
            }
            --count_;
        }
        steps_.col(count_) = way_;
        changes_.col(count_) = newGradient_ - gradient_;
        ++count_;
        std::swap(gradient_, newGradient_);
        maskGradient(point);
        if (newMask_ == mask_) {
            addFree(count_ - 1);
            return;
        }
        std::swap(mask_, newMask_);
        free_.clear();
        for (Eigen::Index i = 0; i < count_; ++i)
            addFree(i);
    }

    void addFree(Eigen::Index i)
    {
        direction_ = steps_.col(i).cwiseProduct(mask_);
        way_ = changes_.col(i).cwiseProduct(mask_);
        free_.add(direction_, 1, zero_, way_, 0);
    }

    void forget()
    {
        free_.clear();
        count_ = 0;
    }

    void maskGradient(SearchPoint &point)
    {
        for (Eigen::Index i = 0; i < gradient_.size(); ++i)
            newMask_[i] = bounds_.holds(i, point.theta[i], gradient_[i]) ? 0 : 1;
        point.gradient = newMask_.cwiseProduct(gradient_);
    }

    static QString whyStuck(const SearchPoint &point)
    {
        const double norm = point.gradient.lpNorm<Eigen::Infinity>();
        if (norm == 0)
            return QStringLiteral("the gradient leads out of the bounds or is 0 in every component: there is no way "
                                  "down from here");
        return QStringLiteral(
            "no step along the negative gradient within the bounds makes J smaller, as far as floating "
            "point goes; the free gradient's largest component is %1")
            .arg(shortNumber(norm));
    }

    const Bounds bounds_;
    const Eigen::Index history_;
    Eigen::MatrixXd steps_; ///< s, one a column, the newest last
    Eigen::MatrixXd changes_; ///< y
    Eigen::Index count_ = 0;
    LbfgsMemory free_; ///< the pairs with zeros in the components that are held
    Eigen::VectorXd mask_; ///< 1: free; 0: held
    Eigen::VectorXd newMask_;
    Eigen::VectorXd gradient_; ///< ∇J at the point
    Eigen::VectorXd newGradient_;
    Eigen::VectorXd direction_;
    Eigen::VectorXd theta_;
    Eigen::VectorXd way_; ///< theta_ − θ
    const Eigen::VectorXd zero_;
    double cost_ = 0;
    double firstStep_ = 1;
    bool isFirst_ = true;
};

} // namespace

NodeType lbfgsB()
{
    std::vector<Parameter> parameters = boundParameters();
    parameters.push_back(historyParameter());
    return searchNode({
        .id = QStringLiteral("optimizers.lbfgs-b"),
        .title = QStringLiteral("L-BFGS with bounds"),
        .summary = QStringLiteral("L-BFGS whose parameters stay between lower and upper bounds."),
        .help = QStringLiteral(R"(# L-BFGS with bounds

θ ← P(θ + α d),  d = −H ∇J(θ) among the free components, 0 among the others

P puts each component that is beyond `lower` or `upper` onto that bound. A component is held, not free, where it is at a bound and
−∇J leads out there. H is the picture of the inverse Hessian that `optimizers.lbfgs` makes of its last `history` steps s and changes of
the gradient y, with zeros for the held components in both; pairs for which then yᵀs ≤ ε yᵀy, ε = 2.2·10⁻¹⁶, are left out.

α starts at 1, along −∇J at min(1, 1 / ‖∇J‖₂), and is halved until J(θ') ≤ J(θ) + 10⁻⁴ ∇J·(θ' − θ), θ' being where the step ends;
quartered where J or ∇J is not finite there. Where no step is found, the pairs are forgotten and −∇J is tried; where that gives none
either, the run stops with the reason `step`. With `rate` η there is no search: α = η, in the first iteration η min(1, 1 / ‖∇J‖₂).

The trace and `gradient_tolerance` have the gradient of the free components: at a minimum it is 0. A start beyond the bounds is put onto
them first. Without bounds it is L-BFGS with backtracking.

Defaults: no bounds, `history` 10.

Convention: a projected method, simpler than the code that is called L-BFGS-B, which looks for the held components along a bent path. It
reaches the same minima by other steps. Source: Bertsekas, *Projected Newton methods for optimization problems with simple constraints*,
1982; Schmidt, Kim and Sra, *Projected Newton-type methods in machine learning*, 2011.

Example: `costs.formula` with `(1 - x)^2 + 100*(y - x^2)^2` into this node with `upper` {"x": 0.5} ends at (0.5, 0.25).)"),
        .rateHelp
        = QStringLiteral("η: a fixed step size instead of the search along d; left open, the step is searched."),
        .parameters = parameters,
        .makeMethod = [](const Inputs &in, const Objective &objective, RunContext &) -> std::unique_ptr<SearchMethod> {
            return std::make_unique<BoundedLbfgs>(
                objective, readBounds(in, objective), in.integer(QStringLiteral("history")));
        },
    });
}

} // namespace thalweg
