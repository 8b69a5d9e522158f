#include "lbfgs_memory.h"

#include "vector_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {

Parameter historyParameter()
{
    return integer(QStringLiteral("history"), 10)
        .atLeast(1)
        .atMost(1000)
        .unit(QStringLiteral("steps"))
        .slider(1, 50)
        .help(QStringLiteral("m: how many past steps the picture of the curvature is made of."));
}

LbfgsMemory::LbfgsMemory(Eigen::Index history, Eigen::Index dimension)
    : steps_(dimension, history), changes_(dimension, history), curvatures_(history), shares_(history),
      nextStep_(dimension), nextChange_(dimension)
{
}

void LbfgsMemory::add(
    const Eigen::VectorXd &direction, double step, const Eigen::VectorXd &from, const Eigen::VectorXd &to, double least)
{
    nextStep_ = step * direction;
    nextChange_ = to - from;
    const double curvature = dot(nextChange_, nextStep_);
    const double square = dot(nextChange_, nextChange_);
    const double scale = curvature / square;
    if (!(curvature > least + std::numeric_limits<double>::epsilon() * square) || !std::isnormal(curvature)
        || !std::isnormal(scale))
        return;
    newest_ = (newest_ + 1) % steps_.cols();
    count_ = std::min(count_ + 1, steps_.cols());
    steps_.col(newest_) = nextStep_;
    changes_.col(newest_) = nextChange_;
    curvatures_[newest_] = curvature;
    scale_ = scale;
}

double LbfgsMemory::direction(const Eigen::VectorXd &gradient, Eigen::VectorXd &d)
{
    // Each pass adds one vector and takes the product with the next.
    d = -gradient;
    double product = addThenDot(d, 1, 0, s(0), s(0));
    for (Eigen::Index age = 0; age < count_; ++age) {
        shares_[age] = product / curvatures_[slot(age)];
        const bool isOldest = age + 1 == count_;
        product = addThenDot(d, isOldest ? scale_ : 1, -shares_[age], y(age), isOldest ? y(age) : s(age + 1));
    }
    for (Eigen::Index age = count_ - 1; age >= 0; --age) {
        const double missing = shares_[age] - product / curvatures_[slot(age)];
        product = addThenDot(d, 1, missing, s(age), age > 0 ? y(age - 1) : gradient.data());
    }
    return product;
}

} // namespace thalweg
