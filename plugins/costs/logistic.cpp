#include "logistic.h"

#include "linear_model/linear_cost_node.h"

#include <thalweg/plain_values.h>

namespace thalweg {

namespace {

QStringList twoClasses(const Dataset &dataset)
{
    if (dataset.classes().size() == 2)
        return dataset.classes();
    if (!dataset.classes().isEmpty())
        throw Error(QStringLiteral("target %1 has %2 classes; logistic regression needs two (costs.softmax takes more)")
                        .arg(dataset.targetName())
                        .arg(dataset.classes().size()));
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        if (const double y = dataset.target()[i]; y != 0 && y != 1)
            throw Error(
                QStringLiteral("target %1 is %2 in row %3; logistic regression needs a target of two classes, or of "
                               "the numbers 0 and 1")
                    .arg(dataset.targetName(), shortNumber(y))
                    .arg(i + 1));
    return { QStringLiteral("0"), QStringLiteral("1") };
}

} // namespace

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

The loss is computed without overflow for margins of any size, in one pass over X, with the same bits on any number of
threads.

Example: sources.csv → tables.dataset → tables.standardize → **costs.logistic** → optimizers.lbfgs.)") },
        { .loss = &Kernel::logistic, .link = Link::Logistic, .classes = twoClasses });
}

} // namespace thalweg
