#include "adam_rule.h"
#include "node_types.h"
#include "optimizer_node.h"

namespace thalweg {

NodeType adamw()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adamw"),
        .title = QStringLiteral("AdamW"),
        .summary = QStringLiteral("Adam with weight decay beside the gradient instead of inside."),
        .help = QStringLiteral(R"(# AdamW

θ ← (1 − ηλ) θ − η m̂ / (√v̂ + ε),  with m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)

All by component, with g = ∇J(θ) and m = v = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay`; t counts updates from 1. The decay is not divided by √v̂, so it is the same for steep and flat parameters. Defaults:
η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0.01: the minimum of J itself is not where it comes to rest unless λ = 0.

Convention: PyTorch's `torch.optim.AdamW`, where the rate multiplies the decay. Source: Loshchilov and Hutter, *Decoupled weight decay
regularization*, 2019, https://arxiv.org/abs/1711.05101.

Example: with `rate` 0.1 and `weight_decay` 0.5 a parameter of 10 is first shrunk to 9.5, and then moved by 0.1.)"),
        .parameters = { beta1(), beta2(), eps(), decoupledWeightDecay(0.01) },
        .makeRule
        = [](const Inputs &in, Eigen::Index dimension) { return makeAdamRule(in, dimension, { .isDecoupled = true }); },
    });
}

} // namespace thalweg
