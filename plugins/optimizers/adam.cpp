#include "adam_rule.h"
#include "node_types.h"
#include "optimizer_node.h"

namespace thalweg {

NodeType adam()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adam"),
        .title = QStringLiteral("Adam"),
        .summary
        = QStringLiteral("A step size for each parameter, from running means of gradient and squared gradient."),
        .help = QStringLiteral(R"(# Adam

m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√v̂ + ε)

All by component, with g = ∇J(θ) + λθ and m = v = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay` (inside the gradient; AdamW shrinks θ instead). t counts updates from 1.
Defaults: η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0.

Convention: PyTorch's `torch.optim.Adam`, with ε outside the root and after the correction. Source: Kingma and Ba, *Adam: a method
for stochastic optimization*, 2015, https://arxiv.org/abs/1412.6980.

Example: with `rate` 0.1 the first step moves every parameter by 0.1, however steep the cost is.)"),
        .parameters = { beta1(), beta2(), eps(), weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) { return makeAdamRule(in, dimension, {}); },
    });
}

} // namespace thalweg
