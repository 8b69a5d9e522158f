#include "line_search_method.h"
#include "node_types.h"
#include "search_node.h"
#include "vector_sums.h"

namespace thalweg {

namespace {

const QStringList formulas { QStringLiteral("fletcher-reeves"), QStringLiteral("polak-ribiere+"),
    QStringLiteral("hestenes-stiefel") };

class ConjugateGradient final : public LineSearchMethod {
public:
    enum class Formula { FletcherReeves, PolakRibierePlus, HestenesStiefel }; ///< in the order of `formulas`

    ConjugateGradient(const Objective &objective, const LineSearchChoice &choice, Formula formula, std::int64_t period)
        : LineSearchMethod(objective, choice), formula_(formula), period_(period), growth_(choice.isArmijo ? 2 : 1),
          next_(objective.dimension())
    {
    }

private:
    double findDirection(const SearchPoint &point, Eigen::VectorXd &direction) override
    {
        if (!isSteepest()) {
            direction = next_;
            const double slope = dot(point.gradient, direction);
            if (slope < 0)
                return slope;
            forget();
        }
        return descendSteeply(point, direction);
    }

    bool isSteepest() const override { return sinceRestart_ == 0; }

    double firstStep(const Eigen::VectorXd &direction, double slope) const override
    {
        // As far down, to first order, as the step before went.
        const double step = growth_ * lastStep_ * lastSlope_ / slope;
        return std::isfinite(step) && step > 0 ? step : modestStep(direction);
    }

    void learn(const Taken &taken) override
    {
        lastStep_ = taken.step;
        lastSlope_ = taken.slope;
        const Eigen::VectorXd &gradient = taken.to.gradient;
        const double square = dot(gradient, gradient);
        const double product = dot(gradient, taken.from.gradient);
        ++sinceRestart_;
        const double beta = factor(taken, square, product);
        if (sinceRestart_ >= period_ || std::abs(product) >= 0.2 * square || !std::isfinite(beta))
            forget();
        else
            next_ = beta * taken.direction - gradient;
    }

    void forget() override { sinceRestart_ = 0; }

    /// β
    double factor(const Taken &taken, double square, double product) const
    {
        const double before = dot(taken.from.gradient, taken.from.gradient);
        switch (formula_) {
        case Formula::FletcherReeves:
            return square / before;
        case Formula::PolakRibierePlus:
            return std::max(0.0, (square - product) / before);
        case Formula::HestenesStiefel:
            return (square - product) / (dot(taken.to.gradient, taken.direction) - taken.slope);
        }
        Q_UNREACHABLE();
    }

    const Formula formula_;
    const std::int64_t period_;
    const double growth_; ///< a search that only goes back has to start from farther out
    Eigen::VectorXd next_; ///< the next direction, where something is learnt
    std::int64_t sinceRestart_ = 0; ///< steps
    double lastStep_ = 0;
    double lastSlope_ = 0;
};

} // namespace

NodeType conjugateGradient()
{
    std::vector<Parameter> parameters {
        choice(QStringLiteral("beta"), formulas, formulas[1])
            .help(QStringLiteral("The formula for β, by the names of its authors.")),
        integer(QStringLiteral("restart"))
            .optional()
            .atLeast(1)
            .unit(QStringLiteral("iterations"))
            .help(QStringLiteral("Go along −∇J again after so many iterations; left open: as many as there are "
                                 "parameters.")),
    };
    const auto more = lineSearchParameters(0.1);
    parameters.insert(parameters.end(), more.begin(), more.end());
    return searchNode({
        .id = QStringLiteral("optimizers.conjugate-gradient"),
        .title = QStringLiteral("Conjugate gradient"),
        .summary = QStringLiteral("Directions that do not undo each other, in the memory of a few vectors."),
        .help = QStringLiteral(R"(# Conjugate gradient

θ ← θ + α d,  d ← −g' + β d

g is ∇J before the step and g' after it; the first direction is −g. With y = g' − g, `beta` is

* fletcher-reeves: β = g'ᵀg' / gᵀg
* polak-ribiere+: β = max(0, g'ᵀy / gᵀg)
* hestenes-stiefel: β = g'ᵀy / dᵀy

The direction goes back to −g' after every `restart` iterations (left open: n, the number of parameters), when two gradients in
succession are far from orthogonal, |g'ᵀg| ≥ 0.2 g'ᵀg' (Powell's test), and when d would go up.

The step α starts at min(1, 1 / ‖g‖₂), later where it promises the same decrease as the step before, and is searched for along
d:

* `line_search` strong-wolfe: until J(θ + α d) ≤ J(θ) + c₁ α ∇J·d and |∇J(θ + α d)·d| ≤ c₂ |∇J·d|, by Moré and Thuente's method.
* `line_search` armijo: back from twice as far until the first of these holds.

A step to where J or ∇J is not finite is quartered. Where no step is found, −∇J is tried; where that gives none either, the run stops
with the reason `step`. With `rate` η there is no search: α = η.

On a quadratic J in n parameters with exact steps it is the linear conjugate gradient method, whichever β, and ends after n
iterations: a small c₂, such as 10⁻⁶ with c₁ = 10⁻⁷, makes steps as good as exact.

Defaults: polak-ribiere+, c₁ = 10⁻⁴, c₂ = 0.1.

Sources: Hestenes and Stiefel, *Methods of conjugate gradients for solving linear systems*, 1952; Fletcher and Reeves, *Function
minimization by conjugate gradients*, 1964; Polak and Ribière, 1969; Powell, *Restart procedures for the conjugate gradient method*, 1977;
Nocedal and Wright, *Numerical optimization*, 2006, chapter 5.

Example: `costs.test-function` with `name` rosenbrock into this node with `gradient_tolerance` 1e-8.)"),
        .rateHelp
        = QStringLiteral("η: a fixed step size instead of the search along d; left open, the step is searched."),
        .parameters = parameters,
        .makeMethod = [](const Inputs &in, const Objective &objective, RunContext &) -> std::unique_ptr<SearchMethod> {
            return std::make_unique<ConjugateGradient>(objective, readLineSearch(in),
                static_cast<ConjugateGradient::Formula>(formulas.indexOf(in.text(QStringLiteral("beta")))),
                in.optionalInteger(QStringLiteral("restart")).value_or(objective.dimension()));
        },
    });
}

} // namespace thalweg
