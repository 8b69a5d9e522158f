#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType squaredHinge()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.squared-hinge"),
            .title = QStringLiteral("Squared hinge"),
            .summary
            = QStringLiteral("Squared hinge loss of a linear model of two classes: the smooth support vector machine."),
            .help = QStringLiteral(
                R"(The cost of the support vector machine with squared slack, without its penalty, over the m rows (xᵢ, yᵢ) of a dataset of two
classes:

**J(w, b) = (1/m) Σᵢ max(1 − tᵢ, 0)²** (without ½), sᵢ = −1 for the first class (or y = 0), +1 for the second (y = 1), tᵢ = sᵢ (w·xᵢ + b)

with a weight wⱼ for each feature and an intercept b. Rows on the right side at a margin of at least 1 cost nothing. J is convex
and has a continuous derivative. The model predicts the second class where w·x + b > 0, and no probabilities. Source: R.-E. Fan and
others, LIBLINEAR, Journal of Machine Learning Research 9 (2008), pp. 1871–1874.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "logistic", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.squared-hinge"},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.1, "iterations": 300}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::squaredHinge,
            .method = QStringLiteral("the squared hinge loss"),
            .link = Link::Sign,
            .target = Target::TwoClasses });
}

} // namespace thalweg
