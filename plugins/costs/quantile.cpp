#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType quantile()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.quantile"),
            .title = QStringLiteral("Quantile"),
            .summary = QStringLiteral("Pinball loss of a linear model: regression to a quantile of the target."),
            .help = QStringLiteral(
                R"(The cost of quantile regression over the m rows (xᵢ, yᵢ) of a dataset, with rᵢ = w·xᵢ + b − yᵢ, a weight wⱼ for each feature and an intercept b:

**J(w, b) = (1/m) Σᵢ q(rᵢ)**, q(r) = (1 − τ) r where the fit lies above the row (r > 0), else −τ r

in units of y. At the minimum a part `tau` τ of the rows lies below the fit: 0.5 is the median, and J is then half of
costs.absolute; 0.9 is a line with nine tenths of the rows below it. J is convex, with a kink where a row is fitted exactly; there
the derivative of that row's loss is taken as 0. Let the rate fall towards the end. Source: R. Koenker and G. Bassett, Regression
quantiles, Econometrica 46 (1978), pp. 33–50.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "linear", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.quantile", "parameters": {"tau": 0.9}},
  {"id": "gd", "type": "optimizers.adam", "parameters": {"rate": 0.05, "iterations": 500}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::quantile,
            .method = QStringLiteral("quantile regression"),
            .link = Link::Identity,
            .target = Target::Numbers,
            .shape = number(QStringLiteral("tau"), 0.5)
                         .above(0)
                         .below(1)
                         .help(QStringLiteral("τ, the part of the rows that is to lie below the fit.")) });
}

} // namespace thalweg
