#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType epsilonInsensitive()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.epsilon-insensitive"),
            .title = QStringLiteral("Epsilon-insensitive"),
            .summary = QStringLiteral("Absolute error beyond a tolerance: the loss of support vector regression."),
            .help = QStringLiteral(
                R"(The cost of linear support vector regression, without its penalty, over the m rows (xᵢ, yᵢ) of a dataset, with rᵢ = w·xᵢ + b − yᵢ, a weight wⱼ for each feature and an intercept b:

**J(w, b) = (1/m) Σᵢ max(|rᵢ| − ε, 0)**

in units of y: residuals within `epsilon` ε cost nothing. J is convex, with kinks at |r| = ε, where the derivative of that row's
loss is taken as 0; where all rows are within ε it is 0. ε = 0 is costs.absolute. Source: V. N. Vapnik, *The Nature of
Statistical Learning Theory* (1995), section 6.1.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "linear", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.epsilon-insensitive", "parameters": {"epsilon": 0.2}},
  {"id": "gd", "type": "optimizers.adam", "parameters": {"rate": 0.05, "iterations": 500}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::epsilonInsensitive,
            .method = QStringLiteral("support vector regression"),
            .link = Link::Identity,
            .target = Target::Numbers,
            .shape = number(QStringLiteral("epsilon"), 0.1)
                         .atLeast(0)
                         .help(QStringLiteral("ε, the size of residual that costs nothing; in units of y.")) });
}

} // namespace thalweg
