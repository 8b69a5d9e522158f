#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType modifiedHuber()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.modified-huber"),
            .title = QStringLiteral("Modified Huber"),
            .summary
            = QStringLiteral("A smooth hinge loss of two classes that bears outliers and gives probabilities."),
            .help = QStringLiteral(R"(The modified Huber cost over the m rows (xᵢ, yᵢ) of a dataset of two classes:

**J(w, b) = (1/m) Σᵢ h(tᵢ)**, h(t) = max(1 − t, 0)² where t ≥ −1, else −4t; sᵢ = −1 for the first class (or y = 0), +1 for the second (y = 1), tᵢ = sᵢ (w·xᵢ + b)

with a weight wⱼ for each feature and an intercept b: the squared hinge loss, but growing only linearly for rows far on the wrong
side. J is convex and has a continuous derivative. The model's probability of the second class is (1 + w·x + b) / 2 within 0 … 1.
Source: T. Zhang, Solving large scale linear prediction problems using stochastic gradient descent algorithms, ICML (2004).

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "logistic", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.modified-huber"},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.1, "iterations": 300}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::modifiedHuber,
            .method = QStringLiteral("the modified Huber loss"),
            .link = Link::Clipped,
            .target = Target::TwoClasses });
}

} // namespace thalweg
