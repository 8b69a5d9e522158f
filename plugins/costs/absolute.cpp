#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType absolute()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.absolute"),
            .title = QStringLiteral("Absolute"),
            .summary = QStringLiteral("Absolute error of a linear model: regression to the median."),
            .help = QStringLiteral(
                R"(The cost of least absolute deviations over the m rows (xᵢ, yᵢ) of a dataset, with rᵢ = w·xᵢ + b − yᵢ, a weight wⱼ for each feature and an intercept b:

**J(w, b) = (1/m) Σᵢ |rᵢ|**

in units of y. The fit goes through the median of y where least squares goes through the mean, so single wild rows do not move it.
J is convex, but has a kink wherever a row is fitted exactly; there the derivative of that row's loss is taken as 0. A constant
rate ends in a zigzag of its size around the minimum: let the rate fall, or use costs.huber. Source: P. Bloomfield and
W. L. Steiger, *Least Absolute Deviations* (1983).

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "linear", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.absolute"},
  {"id": "gd", "type": "optimizers.adam", "parameters": {"rate": 0.05, "iterations": 500}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::absolute, .method = QStringLiteral("least absolute deviations") });
}

} // namespace thalweg
