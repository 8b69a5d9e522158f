#include "node_types.h"
#include "optimizer_node.h"

#include <cmath>

namespace thalweg {

namespace {

struct AdamOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
};

class AdamRule final : public UpdateRule {
public:
    AdamRule(const AdamOptions &options, Eigen::Index dimension)
        : options_(options), mean_(Eigen::VectorXd::Zero(dimension)), square_(Eigen::VectorXd::Zero(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay] = options_;
        const double correction1 = 1 - std::pow(beta1, t_);
        const double correction2 = std::sqrt(1 - std::pow(beta2, t_));
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            mean_[i] = beta1 * mean_[i] + (1 - beta1) * g;
            square_[i] = beta2 * square_[i] + (1 - beta2) * g * g;
            theta[i] -= rate / correction1 * mean_[i] / (std::sqrt(square_[i]) / correction2 + eps);
        }
    }

private:
    const AdamOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd square_; ///< v
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType adam()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adam"),
        .title = QStringLiteral("Adam"),
        .summary = QStringLiteral("A step size for each parameter, from running means of gradient and squared gradient."),
        .help = QStringLiteral(R"(# Adam

m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√v̂ + ε)

All by component, with g = ∇J(θ) + λθ and m = v = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay` (inside the gradient; AdamW shrinks θ instead). t counts updates from 1.

Convention: PyTorch's `torch.optim.Adam`, with ε outside the root and after the correction. Source: Kingma and Ba, *Adam: a method
for stochastic optimization*, 2015, https://arxiv.org/abs/1412.6980.

Example: with `rate` 0.1 the first step moves every parameter by 0.1, however steep the cost is.)"),
        .parameters = {
            number(QStringLiteral("beta1"), 0.9).atLeast(0).below(1).slider(0, 0.999).help(QStringLiteral("β₁: how much of the mean gradient is kept.")),
            number(QStringLiteral("beta2"), 0.999).atLeast(0).below(1).slider(0, 0.9999).help(QStringLiteral("β₂: how much of the mean squared gradient is kept.")),
            number(QStringLiteral("eps"), 1e-8).atLeast(0).logSlider(1e-12, 1e-2).help(QStringLiteral("ε: keeps the division from zero.")),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AdamRule>(AdamOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                                                  in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
