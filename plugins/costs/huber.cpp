#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType huber()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.huber"),
            .title = QStringLiteral("Huber"),
            .summary = QStringLiteral("Squared error for small residuals, absolute for large ones: robust regression."),
            .help = QStringLiteral(
                R"(The cost of Huber's robust regression over the m rows (xᵢ, yᵢ) of a dataset, with rᵢ = w·xᵢ + b − yᵢ, a weight wⱼ for each feature and an intercept b:

**J(w, b) = (1/m) Σᵢ h(rᵢ)**, h(r) = r²/2 where |r| ≤ δ, else δ (|r| − δ/2)

`delta` δ, in units of y, is where a residual begins to count as an outlier. 1.345 times the standard deviation of good rows'
residuals gives 95 % of the efficiency of least squares on normal errors. J is convex and has a continuous derivative. Within δ
it is half of costs.least-squares. Source: P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical
Statistics 35 (1964), pp. 73–101.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "linear", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.huber", "parameters": {"delta": 1}},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.5, "iterations": 200}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::huber,
            .method = QStringLiteral("Huber regression"),
            .link = Link::Identity,
            .target = Target::Numbers,
            .shape
            = number(QStringLiteral("delta"), 1)
                  .above(0)
                  .help(QStringLiteral("δ, the size of residual up to which the loss is squared; in units of y.")) });
}

} // namespace thalweg
