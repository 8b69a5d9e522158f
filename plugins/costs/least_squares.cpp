#include "node_types.h"

#include "linear_model/linear_cost_node.h"

namespace thalweg {

NodeType leastSquares()
{
    return linearCostNode(
        { .id = QStringLiteral("costs.least-squares"),
            .title = QStringLiteral("Least squares"),
            .summary = QStringLiteral("Squared error of a linear model: linear regression."),
            .help = QStringLiteral(R"(The cost of linear regression over the m rows (xᵢ, yᵢ) of a dataset:

**J(w, b) = (1/m) Σᵢ (w·xᵢ + b − yᵢ)²**

with a weight wⱼ for each feature and an intercept b; in units of y². `reduction` = half-mean gives the convention
1/(2m) Σ of many textbooks. J is convex; its minimum solves the normal equations (Legendre 1805; Hastie, Tibshirani and
Friedman, *The Elements of Statistical Learning*, 2nd ed. 2009, section 3.2). Gradient descent converges for a constant rate
below 2/L, where L is the largest eigenvalue of the Hessian (2/m) XᵀX, so standardised features help much;
optimizers.levenberg-marquardt needs a few steps on any scale, as accurately as the data allow.

Example: sources.csv → tables.dataset → tables.standardize → **costs.least-squares** → optimizers.gradient-descent.)") },
        { .loss = &Kernel::squared, .method = QStringLiteral("least squares") });
}

} // namespace thalweg
