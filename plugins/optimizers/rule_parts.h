#pragma once

#include <thalweg/parameter.h>

#include <Eigen/Core>

/// What several update rules have in common.
namespace thalweg {

Parameter momentumPart(double defaultValue); ///< `momentum` μ, 0 ≤ μ < 1
Parameter beta1(double defaultValue = 0.9); ///< of the mean gradient
Parameter beta2(double defaultValue = 0.999); ///< of the mean squared gradient
Parameter eps(double defaultValue = 1e-8);

/// The L2 penalty inside the gradient that PyTorch calls weight decay.
Parameter weightDecay();
/// The decay that makes θ smaller by itself, past the gradient (AdamW's).
Parameter decoupledWeightDecay(double defaultValue);

/// Makes `mean` the running mean of what it was and `next`: b · mean + (1 − b) · next.
inline void average(double &mean, double b, double next)
{
    mean = b * mean + (1 - b) * next;
}

/// a / b, but 0 where a is 0: a parameter without a slope stays where it is, also where ε is 0.
inline double ratio(double a, double b)
{
    return a == 0 ? 0 : a / b;
}

/// −1, 0 or 1.
inline double sign(double x)
{
    return (x > 0) - (x < 0);
}

inline Eigen::VectorXd zeros(Eigen::Index dimension)
{
    return Eigen::VectorXd::Zero(dimension);
}

} // namespace thalweg
