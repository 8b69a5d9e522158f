#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType logistic()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.logistic"),
            .title = QStringLiteral("Logistic"),
            .summary = QStringLiteral("Logistic loss of a linear model of two classes: logistic regression."),
            .help = QStringLiteral(R"(The cost of logistic regression over the m rows (xᵢ, yᵢ) of a dataset, the mean
negative log-likelihood in nats:

**J(w, b) = (1/m) Σᵢ log(1 + exp(−sᵢ (w·xᵢ + b)))**, sᵢ = −1 for the first class (or y = 0), +1 for the second (y = 1)

with a weight wⱼ for each feature and an intercept b. The model's probability of the second class is
1 / (1 + exp(−(w·x + b))) (Hastie, Tibshirani and Friedman, *The Elements of Statistical Learning*, 2nd ed. 2009, section
4.4). J is convex. At w = 0 it is log 2 ≈ 0.693. Where a plane separates the classes J has no minimum, and falls towards 0 as
w grows: a warning then says so, and a penalty on w mends it.

The loss is computed without overflow for margins of any size.

Example: sources.csv → tables.dataset → tables.standardize → **costs.logistic** → optimizers.lbfgs.)") },
        { .loss = &Kernel::logistic,
            .method = QStringLiteral("logistic regression"),
            .link = Link::Logistic,
            .target = Target::TwoClasses });
}

} // namespace thalweg
