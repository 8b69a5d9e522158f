#include "adam_rule.h"
#include "node_types.h"
#include "optimizer_node.h"

namespace thalweg {

NodeType amsgrad()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.amsgrad"),
        .title = QStringLiteral("AMSGrad"),
        .summary = QStringLiteral("Adam whose step sizes only ever fall."),
        .help = QStringLiteral(R"(# AMSGrad

m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  w ← max(w, v),  m̂ = m / (1 − β₁ᵗ),  ŵ = w / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√ŵ + ε)

All by component, with g = ∇J(θ) + λθ and m = v = w = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay`. t counts updates from 1. Defaults: η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0.

Convention: PyTorch's `torch.optim.Adam` with `amsgrad=True`: the maximum is taken of v as it is and corrected afterwards (the paper
corrects nothing). Source: Reddi, Kale and Kumar, *On the convergence of Adam and beyond*, 2018, https://arxiv.org/abs/1904.09237.

Example: `costs.formula` with `(theta - 5)^2` into this node and into `optimizers.adam`, both with `rate` 0.5 from 0: the first
steps are the same; near the minimum, where slopes are small, AMSGrad remembers the steep start and takes smaller steps.)"),
        .parameters = { beta1(), beta2(), eps(), weightDecay() },
        .makeRule = [](const Inputs &in,
                        Eigen::Index dimension) { return makeAdamRule(in, dimension, { .keepsMaximum = true }); },
    });
}

} // namespace thalweg
