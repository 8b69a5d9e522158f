#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType hinge()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.hinge"),
            .title = QStringLiteral("Hinge"),
            .summary
            = QStringLiteral("Hinge loss of a linear model of two classes: the linear support vector machine."),
            .help = QStringLiteral(
                R"(The cost of the linear support vector machine, without its penalty, over the m rows (xᵢ, yᵢ) of a dataset of two classes:

**J(w, b) = (1/m) Σᵢ max(1 − tᵢ, 0)**, sᵢ = −1 for the first class (or y = 0), +1 for the second (y = 1), tᵢ = sᵢ (w·xᵢ + b)

with a weight wⱼ for each feature and an intercept b. Rows on the right side at a margin of at least 1 cost nothing. J is convex,
with a kink at t = 1, where the derivative is taken as 0. The model predicts the second class where w·x + b > 0, and no
probabilities. Source: C. Cortes and V. Vapnik, Support-vector networks, Machine Learning 20 (1995), pp. 273–297.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "logistic", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.hinge"},
  {"id": "gd", "type": "optimizers.adam", "parameters": {"rate": 0.05, "iterations": 500}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::hinge,
            .method = QStringLiteral("the hinge loss"),
            .link = Link::Sign,
            .target = Target::TwoClasses });
}

} // namespace thalweg
