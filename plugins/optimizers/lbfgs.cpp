#include "lbfgs_memory.h"
#include "line_search_method.h"
#include "node_types.h"
#include "search_node.h"

namespace thalweg {

namespace {

class Lbfgs final : public LineSearchMethod {
public:
    Lbfgs(const Objective &objective, const LineSearchChoice &choice, Eigen::Index history)
        : LineSearchMethod(objective, choice), memory_(history, objective.dimension())
    {
    }

private:
    double findDirection(const SearchPoint &point, Eigen::VectorXd &direction) override
    {
        return memory_.isEmpty() ? descendSteeply(point, direction) : memory_.direction(point.gradient, direction);
    }

    bool isSteepest() const override { return memory_.isEmpty(); }

    double firstStep(const Eigen::VectorXd &direction, double) const override
    {
        return memory_.isEmpty() ? modestStep(direction) : 1;
    }

    double fixedStep(const Eigen::VectorXd &direction, double rate) const override
    {
        return isFirst_ ? std::min(1.0, 1 / direction.lpNorm<1>()) * rate : rate;
    }

    void learn(const Taken &taken) override
    {
        constexpr double leastOfPyTorch = 1e-10;
        memory_.add(
            taken.direction, taken.step, taken.from.gradient, taken.to.gradient, taken.isFixed ? leastOfPyTorch : 0);
        isFirst_ = false;
    }

    void forget() override { memory_.clear(); }

    LbfgsMemory memory_;
    bool isFirst_ = true;
};

} // namespace

NodeType lbfgs()
{
    std::vector<Parameter> parameters { historyParameter() };
    const auto more = lineSearchParameters(0.9);
    parameters.insert(parameters.end(), more.begin(), more.end());
    return searchNode({
        .id = QStringLiteral("optimizers.lbfgs"),
        .title = QStringLiteral("L-BFGS"),
        .summary = QStringLiteral("Learns the curvature from its last steps: the first choice for smooth costs."),
        .help = QStringLiteral(R"(# L-BFGS

d = −H ∇J(θ),  θ ← θ + α d

H is a picture of the inverse Hessian, made of the last m = `history` steps s = θₖ₊₁ − θₖ and changes of the gradient
y = ∇Jₖ₊₁ − ∇Jₖ: from H₀ = (yᵀs / yᵀy) I of the newest pair on, each pair from the oldest to the newest makes of H

(I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ,  ρ = 1 / yᵀs

so that H y = s. H itself is never written down: d comes from the pairs by the two-loop recursion, in 4 m n multiplications. A pair
with yᵀs ≤ ε yᵀy, ε = 2.2·10⁻¹⁶, is left out. The first direction is −∇J.

The step α starts at 1, along −∇J at min(1, 1 / ‖∇J‖₂), and is searched for along d:

* `line_search` strong-wolfe: until J(θ + α d) ≤ J(θ) + c₁ α ∇J·d and |∇J(θ + α d)·d| ≤ c₂ |∇J·d|, by Moré and Thuente's method.
* `line_search` armijo: back from there until the first of these holds.

A step to where J or ∇J is not finite is quartered. Where no step is found, the pairs are forgotten and −∇J is tried; where that gives
none either, the run stops with the reason `step`.

With `rate` η there is no search: α = η, in the first iteration η min(1, 1 / ‖∇J‖₁), and pairs with yᵀs ≤ 10⁻¹⁰ are left out.

Defaults: m = 10, c₁ = 10⁻⁴, c₂ = 0.9.

Convention: with `rate` it is PyTorch's `torch.optim.LBFGS` without `line_search_fn`, one of its inner iterations being one iteration
here. Sources: Nocedal, *Updating quasi-Newton matrices with limited storage*, 1980; Liu and Nocedal, *On the limited memory BFGS method
for large scale optimization*, 1989; Moré and Thuente, *Line search algorithms with guaranteed sufficient decrease*, 1994.

Example: `costs.test-function` with `name` rosenbrock and `dimension` 1000 into this node with `gradient_tolerance` 1e-8.)"),
        .rateHelp
        = QStringLiteral("η: a fixed step size instead of the search along d; left open, the step is searched."),
        .parameters = parameters,
        .makeMethod = [](const Inputs &in, const Objective &objective, RunContext &) -> std::unique_ptr<SearchMethod> {
            return std::make_unique<Lbfgs>(objective, readLineSearch(in), in.integer(QStringLiteral("history")));
        },
    });
}

} // namespace thalweg
