#include "check_objective.h"

#include <thalweg/plain_values.h>
#include <thalweg/random.h>

#include <cmath>
#include <numeric>

namespace thalweg {

namespace {

constexpr Eigen::Index mostParameters = 50; // of a larger objective, so many are looked at
constexpr Eigen::Index mostTerms = 2000;

bool agree(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max({ 1.0, std::abs(a), std::abs(b) });
}

QString differ(const QString &what, double a, const QString &other, double b)
{
    return QStringLiteral("%1 is %2, but %3 is %4").arg(what, shortNumber(a), other, shortNumber(b));
}

// The difference quotient nearest to `slope`, over several widths: each is spoilt by curvature if wide and by rounding
// if narrow. One-sided ones as well: at a kink any slope between them is right.
bool agreesWithDifferences(
    const Objective &objective, Eigen::VectorXd theta, Eigen::Index i, double slope, double &nearest)
{
    const double centre = theta[i];
    const double here = objective.value(theta);
    nearest = std::numeric_limits<double>::infinity();
    for (double width = 1e-2; width > 1e-8; width /= 10) {
        theta[i] = centre + width * std::max(1.0, std::abs(centre));
        const double right = objective.value(theta);
        const double up = theta[i] - centre;
        theta[i] = centre - up;
        const double left = objective.value(theta);
        const double difference = (right - left) / (2 * up);
        if (!std::isfinite(difference))
            continue;
        if (!(std::abs(difference - slope) > std::abs(nearest - slope)))
            nearest = difference;
        const double rounding = 1e-15 * (std::abs(right) + std::abs(left)) / up;
        if (std::abs(difference - slope) <= 1e-5 * std::max(1.0, std::abs(slope)) + 10 * rounding)
            return true;
        const double before = (here - left) / up;
        const double after = (right - here) / up;
        const bool kink = std::abs(after - before) > 0.1 * std::max(std::abs(after), std::abs(before));
        if (width < 1e-5 && kink && slope >= std::min(before, after) - 1e-3 && slope <= std::max(before, after) + 1e-3)
            return true;
    }
    return !std::isfinite(nearest); // J is finite nowhere near: there is no slope to compare
}

QString gradientFault(const Objective &objective, const Eigen::VectorXd &theta)
{
    constexpr double unset = 1.2345e67;
    Eigen::VectorXd gradient = Eigen::VectorXd::Constant(theta.size(), unset);
    const double cost = objective.valueAndGradient(theta, gradient);
    if (!std::isfinite(cost) || !gradient.allFinite())
        return {};
    if (const double alone = objective.value(theta); !agree(alone, cost, 1e-9))
        return differ(QStringLiteral("value()"), alone, QStringLiteral("the value of valueAndGradient()"), cost);
    for (Eigen::Index k = 0; k < std::min(theta.size(), mostParameters); ++k) {
        const Eigen::Index i = k * theta.size() / std::min(theta.size(), mostParameters);
        const QString component
            = QStringLiteral("the gradient by %1 at %2").arg(objective.parameterNames()[i], shortNumber(theta[i]));
        if (gradient[i] == unset)
            return component + QStringLiteral(" is not written");
        double difference = 0;
        if (!agreesWithDifferences(objective, theta, i, gradient[i], difference))
            return differ(component, gradient[i], QStringLiteral("the difference quotient"), difference);
    }
    return {};
}

QString batchFault(const Objective &objective, const Eigen::VectorXd &theta)
{
    const Eigen::Index terms = objective.termCount();
    if (terms < 1)
        return QStringLiteral("termCount() is %1; it must be 1 or more").arg(terms);
    if (terms > mostTerms)
        return {};
    Eigen::VectorXd whole(theta.size()), batch(theta.size());
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(theta.size());
    const double cost = objective.valueAndGradient(theta, whole);
    std::vector<Eigen::Index> rows(static_cast<std::size_t>(terms));
    std::iota(rows.begin(), rows.end(), 0);
    if (!std::isfinite(cost))
        return {};
    const QString name = QStringLiteral("the whole cost");
    if (const double all = objective.batchValueAndGradient(rows, theta, batch); !agree(all, cost, 1e-8))
        return differ(QStringLiteral("the cost over a batch of all rows"), all, name, cost);
    double costs = 0;
    for (const Eigen::Index row : rows) {
        costs += objective.batchValueAndGradient(std::span(&row, 1), theta, batch) / double(terms);
        sum += batch / double(terms);
    }
    if (!agree(costs, cost, 1e-8))
        return differ(QStringLiteral("the mean cost over batches of one row"), costs, name, cost);
    for (Eigen::Index i = 0; i < theta.size(); ++i)
        if (!agree(sum[i], whole[i], 1e-8 * std::max(1.0, whole.lpNorm<Eigen::Infinity>())))
            return differ(QStringLiteral("the mean gradient over batches of one row"), sum[i],
                QStringLiteral("the whole gradient"), whole[i]);
    return {};
}

} // namespace

QString objectiveFault(const Objective &objective)
{
    const Eigen::Index n = objective.dimension();
    Random random(11);
    Eigen::VectorXd theta(n), gradient(n);
    for (const double scale : { 0.1, 1.0, 3.0 }) {
        for (double &component : theta)
            component = scale * random.normal();
        if (const QString fault = gradientFault(objective, theta); !fault.isEmpty())
            return fault;
        if (const QString fault = batchFault(objective, theta); !fault.isEmpty())
            return fault;
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Eigen::Index first = 0;
    for (const double value :
        { std::numeric_limits<double>::quiet_NaN(), infinity, -infinity, 1e308, -1e308, 5e-324 }) {
        theta.setConstant(value);
        (void)objective.value(theta);
        (void)objective.valueAndGradient(theta, gradient);
        (void)objective.batchValueAndGradient(std::span(&first, 1), theta, gradient);
        (void)objective.warning(theta);
    }
    return {};
}

} // namespace thalweg
