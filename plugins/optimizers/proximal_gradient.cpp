#include "node_types.h"
#include "proximal_gradient_method.h"
#include "search_node.h"

namespace thalweg {

namespace {

const QStringList &accelerations()
{
    static const QStringList names { QStringLiteral("none"), QStringLiteral("fista"),
        QStringLiteral("fista-restart") }; // in the order of ProximalAcceleration
    return names;
}

} // namespace

NodeType proximalGradient()
{
    return searchNode({
        .id = QStringLiteral("optimizers.proximal-gradient"),
        .title = QStringLiteral("Proximal gradient"),
        .summary
        = QStringLiteral("For costs with an l1 penalty: ends with parameters that are exactly 0 (ISTA, FISTA)."),
        .help = QStringLiteral(R"(# Proximal gradient

For a cost **J(θ) = f(θ) + g(θ)** with a smooth part f and a simple one g that has kinks, as costs.regularize makes it, g being
its l1 part:

**θ ← prox(y − η ∇f(y))**, prox(v) = argminᵤ g(u) + ‖u − v‖² / (2η)

For g = l1 ‖w‖₁ that is the soft threshold: each penalised component of v comes nearer to 0 by η·l1, and is exactly 0 where it
was not farther away. So the zeros of the lasso are found as zeros. The intercept is never drawn to 0. For a cost without such
a part, prox(v) = v.

| `acceleration` | y |
|---|---|
| `none` | θ: ISTA |
| `fista` | θ + ((t − 1) / t′) (θ − θ before), t′ = (1 + √(1 + 4t²)) / 2, t = 1 at first: FISTA |
| `fista-restart` | the same, but t = 1 and y = θ again whenever (y − θ)·(θ − θ before) > 0: when the momentum points uphill |

The step size η is found by trial: it starts at 1, is doubled before the first step as long as f at the new θ is at most
f(y) + ∇f(y)·d + ‖d‖² / (2η), d = θ − y, and is halved whenever f is above. `rate` η is used as it is; it converges for η ≤ 1/L where L is
the largest curvature of f. The gradient of the trace, and of `gradient_tolerance`, is the gradient mapping (y − θ) / η, which is 0
exactly at a minimum; the gradient of J itself is not, in a kink.

Source: A. Beck and M. Teboulle, *A fast iterative shrinkage-thresholding algorithm for linear inverse problems*, SIAM Journal on Imaging
Sciences 2 (2009), pp. 183–202; the restarts: B. O'Donoghue and E. Candès, *Adaptive restart for accelerated gradient
schemes*, Foundations of Computational Mathematics 15 (2015), pp. 715–732.

**Example**, which runs as written and ends at w = 4.75: there the derivative 2 (w − 5) of the square is −0.5.

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "cost", "type": "costs.formula", "parameters": {"formula": "(w - 5)^2"}},
  {"id": "lasso", "type": "costs.regularize", "parameters": {"l1": 0.5}},
  {"id": "descent", "type": "optimizers.proximal-gradient", "parameters": {"gradient_tolerance": 1e-12}}],
 "links": ["cost.objective -> lasso.objective", "lasso.objective -> descent.objective"]}
```)"),
        .rateHelp = QStringLiteral("η: the step size. Left open: found by trial."),
        .parameters = { choice(QStringLiteral("acceleration"), accelerations(), QStringLiteral("fista-restart"))
                            .help(QStringLiteral("Whether steps start ahead of θ; see the table.")) },
        .makeMethod = [](const Inputs &in, const Objective &objective, RunContext &) -> std::unique_ptr<SearchMethod> {
            return std::make_unique<ProximalGradient>(objective,
                static_cast<ProximalAcceleration>(accelerations().indexOf(in.text(QStringLiteral("acceleration")))));
        },
    });
}

} // namespace thalweg
