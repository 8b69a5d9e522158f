#include "node_types.h"

#include "combined/regularized_cost.h"

#include <thalweg/inputs.h>

namespace thalweg {

NodeType regularize()
{
    return {
        .id = QStringLiteral("costs.regularize"),
        .title = QStringLiteral("Regularize"),
        .summary = QStringLiteral("Adds a penalty on the size of the parameters: lasso, ridge, elastic net."),
        .help = QStringLiteral(R"(Adds a penalty to a cost J of parameters w (all of θ but the intercepts):

**J(θ) + l1 · ‖w‖₁ + (l2 / 2) · ‖w‖₂²**, ‖w‖₁ = Σⱼ |wⱼ|, ‖w‖₂² = Σⱼ wⱼ²

- `l2` alone is ridge regression (weight decay): it draws all parameters towards 0 and gives costs such as logistic regression of
  separable classes their minimum. Its gradient is l2 · w.
- `l1` alone is the lasso: at the minimum some parameters are exactly 0. It has a kink where wⱼ = 0; there its derivative is taken
  as 0, so a plain descent comes near 0 and jitters about it; optimizers.proximal-gradient ends exactly there.
- Both are the elastic net.

Intercepts (`intercept`, `intercept:class`, the biases of a network) are never penalised. The penalty is added to the cost as it comes, so beside a
`reduction` of mean it weighs m times as much as beside sum; scikit-learn's Ridge(alpha) is reduction half-sum with l2 = alpha, its
Lasso(alpha) is half-mean with l1 = alpha. Every batch carries the whole penalty. Features of different units are penalised
differently: standardize them first. Negative weights are refused; with both 0 the cost is unchanged.

Source: A. E. Hoerl and R. W. Kennard, Ridge regression, Technometrics 12 (1970), pp. 55–67; R. Tibshirani, Regression shrinkage and
selection via the lasso, Journal of the Royal Statistical Society B 58 (1996), pp. 267–288.

**Example**, which runs as written and ends at w = 4: the derivative 2 (w − 5) + 0.5 w is 0 there.

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "cost", "type": "costs.formula", "parameters": {"formula": "(w - 5)^2"}},
  {"id": "ridge", "type": "costs.regularize", "parameters": {"l2": 0.5}},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.1, "iterations": 100}}],
 "links": ["cost.objective -> ridge.objective", "ridge.objective -> gd.objective"]}
```)"),
        .parameters = {
            number(QStringLiteral("l1"), 0)
                .atLeast(0)
                .help(QStringLiteral("Weight of the sum of the parameters' sizes; in units of J per unit of w.")),
            number(QStringLiteral("l2"), 0)
                .atLeast(0)
                .help(QStringLiteral("Weight of half the sum of their squares; in units of J per unit of w².")),
        },
        .inputs = { input<Objective>(QStringLiteral("objective")).help(QStringLiteral("The cost J(θ).")) },
        .outputs = { output<Objective>(QStringLiteral("objective"))
                .help(QStringLiteral("The cost with its penalty; its model is that of J.")) },
        .run =
            [](const Inputs &in, Outputs &out, RunContext &) {
                out.set(QStringLiteral("objective"),
                    std::make_shared<RegularizedCost>(in.value<Objective>(QStringLiteral("objective")),
                        in.number(QStringLiteral("l1")), in.number(QStringLiteral("l2"))));
            },
    };
}

} // namespace thalweg
