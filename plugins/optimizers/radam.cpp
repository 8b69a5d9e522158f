#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct RadamOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
};

class RadamRule final : public UpdateRule {
public:
    RadamRule(const RadamOptions &options, Eigen::Index dimension)
        : options_(options), mean_(zeros(dimension)), square_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay] = options_;
        const double correction1 = 1 - std::pow(beta1, t_);
        const double power2 = std::pow(beta2, t_);
        const double longest = 2 / (1 - beta2) - 1;
        const double length = longest - 2 * t_ * power2 / (1 - power2);
        const bool isAdaptive = length > 5;
        const double rectification = isAdaptive
            ? std::sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
            : 1;
        const double correction2 = std::sqrt(1 - power2);
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(mean_[i], beta1, g);
            average(square_[i], beta2, g * g);
            const double step = mean_[i] / correction1;
            theta[i]
                -= rate * (isAdaptive ? ratio(rectification * correction2 * step, std::sqrt(square_[i]) + eps) : step);
        }
    }

private:
    const RadamOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd square_; ///< v
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType radam()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.radam"),
        .title = QStringLiteral("RAdam"),
        .summary = QStringLiteral("Adam that waits until its mean square can be trusted: rectified."),
        .help = QStringLiteral(R"(# RAdam

m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  m̂ = m / (1 − β₁ᵗ),  ρ∞ = 2 / (1 − β₂) − 1,  ρₜ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ)

θ ← θ − η r m̂ √(1 − β₂ᵗ) / (√v + ε)  with  r = √((ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ))  where ρₜ > 5, else  θ ← θ − η m̂

All by component, with g = ∇J(θ) + λθ and m = v = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay`; t counts updates from 1. Defaults: η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0: with these the first five updates
are plain, so that they are as long as the gradient says.

Convention: PyTorch's `torch.optim.RAdam`, with ε before the correction. Source: Liu and others, *On the variance of the adaptive
learning rate and beyond*, 2020, https://arxiv.org/abs/1908.03265.

Example: `costs.formula` with `(theta - 5)^2` into this node from `start` 0 with `rate` 0.01: the first step is 0.1, ηg.)"),
        .parameters = { beta1(), beta2(), eps(), weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<RadamRule>(
                RadamOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                    in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
