#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType logCosh()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.log-cosh"),
            .title = QStringLiteral("Log-cosh"),
            .summary = QStringLiteral("A smooth loss between squared and absolute error."),
            .help = QStringLiteral(
                R"(The log-cosh cost over the m rows (xᵢ, yᵢ) of a dataset, with rᵢ = w·xᵢ + b − yᵢ, a weight wⱼ for each feature and an intercept b:

**J(w, b) = (1/m) Σᵢ log cosh rᵢ**

It is about r²/2 for small residuals and |r| − log 2 for large ones, so like costs.huber it gives wild rows little weight, and it
has derivatives of every order; that of a row's loss is tanh r. J is convex. The residual at which it turns from one to the other
is 1 in units of y: scale the target to that. It is the negative log-likelihood, up to a constant, of errors with the hyperbolic
secant density 1 / (π cosh r). Source: P. J. Green, Bayesian reconstructions from emission tomography data using a modified EM
algorithm, IEEE Transactions on Medical Imaging 9 (1990), pp. 84–93.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "linear", "rows": 200, "noise": 0.5}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.log-cosh"},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.5, "iterations": 200}}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> gd.objective"]}
```)") },
        { .loss = &Kernel::logCosh, .method = QStringLiteral("log-cosh regression") });
}

} // namespace thalweg
