#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType poisson()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.poisson"),
            .title = QStringLiteral("Poisson"),
            .summary = QStringLiteral("Negative log-likelihood of counts: Poisson regression with a log link."),
            .help = QStringLiteral(
                R"(The cost of Poisson regression over the m rows (xᵢ, yᵢ) of a dataset, whose target y ≥ 0 are counts:

**J(w, b) = (1/m) Σᵢ (exp(zᵢ) − yᵢ zᵢ)**, zᵢ = w·xᵢ + b

with a weight wⱼ for each feature and an intercept b. The model's mean count is exp(z), which is what it predicts; J is the mean
negative log-likelihood in nats without log y!, which does not depend on w. J is convex. Numbers that are not whole are taken as
well; negative ones are refused. Where all counts are 0, J has no minimum, and a warning says so. exp(z) is infinite above
z = 709.78: standardise the features, and begin with a small rate. Source: P. McCullagh and J. A. Nelder, *Generalized Linear
Models*, 2nd ed. (1989), chapter 6.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.table", "parameters": {"text": "hours,calls\n0,1\n1,1\n2,3\n3,4\n4,9\n5,13\n"}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "calls"}},
  {"id": "cost", "type": "costs.poisson"},
  {"id": "adam", "type": "optimizers.adam", "parameters": {"rate": 0.05, "iterations": 500}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> adam.objective"]}
```)") },
        { .loss = &Kernel::poisson,
            .method = QStringLiteral("Poisson regression"),
            .link = Link::Exponential,
            .target = Target::Counts });
}

} // namespace thalweg
