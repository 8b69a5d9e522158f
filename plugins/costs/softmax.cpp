#include "node_types.h"

#include "linear_model/linear_cost_node.h"
#include "linear_model/softmax_cost.h"

#include <thalweg/inputs.h>

namespace thalweg {

NodeType softmax()
{
    return {
        .id = QStringLiteral("costs.softmax"),
        .title = QStringLiteral("Softmax"),
        .summary = QStringLiteral("Cross-entropy of a linear model of several classes: multinomial regression."),
        .help
        = QStringLiteral(R"(The cost of multinomial logistic regression over the m rows (xᵢ, yᵢ) of a dataset whose
target is one of K ≥ 2 classes, the mean negative log-likelihood in nats:

**J(W, b) = (1/m) Σᵢ (log Σ_c exp(z_ic) − z_i,yᵢ)**, z_ic = w_c·xᵢ + b_c

All K classes have parameters: `feature:class` for each feature and class, and last `intercept:class`. The model's probability of
class c is exp(z_c) / Σ exp(z). A number added to all classes' weights of one feature changes nothing, so J has many minima;
a descent from zeros ends at the one whose weights of a feature have the sum 0, and with K = 2 its difference of weights is that of
costs.logistic. At θ = 0 it is log K. J is convex. Where planes separate the classes J has no minimum, and a warning says so.
The target is a column of classes, or the numbers 0, 1, …, K − 1. Source: C. M. Bishop, *Pattern Recognition and Machine Learning*
(2006), section 4.3.4.

exp is taken of z less the greatest z of the row, so nothing overflows.

**Edges.** One row is enough; no row, no target, one class only, and numbers that are no class are errors. A class without rows is
given ever less probability. Where numbers near 1e308 overflow, the cost is not finite and a descent ends as diverged. One pass
over X, with the same bits on any number of threads and any processor of the same family.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "blobs", "rows": 200, "classes": 3}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.softmax"},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.1, "iterations": 200}},
  {"id": "score", "type": "models.score"}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective",
  "gd.model -> score.model", "data.dataset -> score.dataset"]}
```)"),
        .parameters = { interceptParameter(), reductionParameter() },
        .inputs = { datasetPort() },
        .outputs = { objectivePort() },
        .run =
            [](const Inputs &in, Outputs &out, RunContext &) {
                SoftmaxCostContent content;
                content.dataset = in.value<Dataset>(QStringLiteral("dataset"));
                content.classes = checkTarget(*content.dataset, Target::Classes, QStringLiteral("the softmax loss"));
                content.hasIntercept = in.boolean(QStringLiteral("intercept"));
                content.reduction = reductionOf(in);
                out.set(QStringLiteral("objective"), std::make_shared<SoftmaxCost>(std::move(content)));
            },
    };
}

} // namespace thalweg
