#include "rule_parts.h"

namespace thalweg {

Parameter momentumPart(double defaultValue)
{
    return number(QStringLiteral("momentum"), defaultValue)
        .atLeast(0)
        .below(1)
        .slider(0, 0.999)
        .help(QStringLiteral("μ: the part of the velocity that is kept."));
}

Parameter beta1(double defaultValue)
{
    return number(QStringLiteral("beta1"), defaultValue)
        .atLeast(0)
        .below(1)
        .slider(0, 0.999)
        .help(QStringLiteral("β₁: how much of the mean gradient is kept."));
}

Parameter beta2(double defaultValue)
{
    return number(QStringLiteral("beta2"), defaultValue)
        .atLeast(0)
        .below(1)
        .slider(0, 0.9999)
        .help(QStringLiteral("β₂: how much of the mean squared gradient is kept."));
}

Parameter eps(double defaultValue)
{
    return number(QStringLiteral("eps"), defaultValue)
        .atLeast(0)
        .logSlider(1e-12, 1e-2)
        .help(QStringLiteral("ε: keeps the division from zero."));
}

Parameter weightDecay()
{
    return number(QStringLiteral("weight_decay"))
        .atLeast(0)
        .logSlider(1e-6, 1)
        .help(QStringLiteral("λ: adds λθ to the gradient, which is an L2 penalty of λ/2·‖θ‖₂²."));
}

Parameter decoupledWeightDecay(double defaultValue)
{
    return number(QStringLiteral("weight_decay"), defaultValue)
        .atLeast(0)
        .logSlider(1e-6, 1)
        .help(QStringLiteral("λ: each update first shrinks θ by the factor 1 − ηλ."));
}

} // namespace thalweg
