#include "regularized_cost.h"

#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

RegularizedCost::RegularizedCost(std::shared_ptr<const Objective> cost, double l1, double l2)
    : Objective(cost->parameterNames()), cost_(std::move(cost)), l1_(l1), l2_(l2)
{
    for (Eigen::Index i = 0; i < dimension(); ++i)
        if (!cost_->isIntercept(i))
            penalised_.push_back(i);
}

QString RegularizedCost::text() const
{
    QString text = cost_->text();
    if (l1_ > 0)
        text += QStringLiteral(" + %1 ‖w‖₁").arg(shortNumber(l1_));
    if (l2_ > 0)
        text += QStringLiteral(" + %1/2 ‖w‖₂²").arg(shortNumber(l2_));
    return text;
}

double RegularizedCost::value(ConstVectorRef theta) const
{
    return cost_->value(theta) + penalty(theta);
}

double RegularizedCost::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    const double cost = cost_->valueAndGradient(theta, gradient);
    addPenaltyTo(gradient, theta);
    return cost + penalty(theta);
}

double RegularizedCost::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    const double cost = cost_->batchValueAndGradient(rows, theta, gradient);
    addPenaltyTo(gradient, theta);
    return cost + penalty(theta);
}

QString RegularizedCost::warning(ConstVectorRef theta) const
{
    if (l1_ == 0 && l2_ == 0)
        return cost_->warning(theta);
    Eigen::VectorXd rest = theta;
    for (const Eigen::Index i : penalised_)
        rest[i] = 0;
    return cost_->warning(rest);
}

double RegularizedCost::smoothValue(ConstVectorRef theta) const
{
    return cost_->value(theta) + squaresPenalty(theta);
}

double RegularizedCost::smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    const double cost = cost_->valueAndGradient(theta, gradient);
    for (const Eigen::Index i : penalised_)
        gradient[i] += l2_ * theta[i];
    return cost + squaresPenalty(theta);
}

double RegularizedCost::simpleValue(ConstVectorRef theta) const
{
    double absolutes = 0;
    for (const Eigen::Index i : penalised_)
        absolutes += std::abs(theta[i]);
    // A weight of 0 switches its part off, also where that is infinite.
    return l1_ > 0 ? l1_ * absolutes : 0;
}

void RegularizedCost::applyProximal(VectorRef theta, double step) const
{
    const double threshold = step * l1_;
    for (const Eigen::Index i : penalised_) {
        const double size = std::max(std::abs(theta[i]) - threshold, 0.);
        theta[i] = size == 0 ? 0 : std::copysign(size, theta[i]);
    }
}

double RegularizedCost::squaresPenalty(ConstVectorRef theta) const
{
    double squares = 0;
    for (const Eigen::Index i : penalised_)
        squares += theta[i] * theta[i];
    return l2_ > 0 ? 0.5 * l2_ * squares : 0;
}

double RegularizedCost::penalty(ConstVectorRef theta) const
{
    return simpleValue(theta) + squaresPenalty(theta);
}

void RegularizedCost::addPenaltyTo(VectorRef gradient, ConstVectorRef theta) const
{
    for (const Eigen::Index i : penalised_) {
        const double w = theta[i];
        const double sign = w > 0 ? 1 : w < 0 ? -1 : 0;
        gradient[i] += l1_ * sign + l2_ * w;
    }
}

} // namespace thalweg
