#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct AdabeliefOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
};

class AdabeliefRule final : public UpdateRule {
public:
    AdabeliefRule(const AdabeliefOptions &options, Eigen::Index dimension)
        : options_(options), mean_(zeros(dimension)), surprise_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay] = options_;
        const double correction1 = 1 - std::pow(beta1, t_);
        const double correction2 = 1 - std::pow(beta2, t_);
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(mean_[i], beta1, g);
            average(surprise_[i], beta2, (g - mean_[i]) * (g - mean_[i]));
            surprise_[i] += eps;
            theta[i] -= rate * ratio(mean_[i] / correction1, std::sqrt(surprise_[i] / correction2) + eps);
        }
    }

private:
    const AdabeliefOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd surprise_; ///< s
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType adabelief()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adabelief"),
        .title = QStringLiteral("AdaBelief"),
        .summary = QStringLiteral("Adam that takes long steps where the gradient is as it expected."),
        .help = QStringLiteral(R"(# AdaBelief

m ← β₁ m + (1 − β₁) g,  s ← β₂ s + (1 − β₂) (g − m)² + ε,  m̂ = m / (1 − β₁ᵗ),  ŝ = s / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√ŝ + ε)

All by component, with g = ∇J(θ) + λθ and m = s = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay`; t counts updates from 1. Defaults: η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻¹⁶, λ = 0.

Convention: PyTorch has none; this is the published rule as its authors' code and optax have it: ε is added to s for good, and once
more outside the root. Source: Zhuang and others, *AdaBelief optimizer: adapting stepsizes by the belief in observed gradients*, 2020,
https://arxiv.org/abs/2010.07468.

Example: `costs.formula` with `(theta - 5)^2` into this node from `start` 0 with `rate` 0.1: the first step is η / 0.9 = 0.111, since
the first m is a tenth of the gradient, so that s is 0.81 of its mean square.)"),
        .parameters = { beta1(), beta2(), eps(1e-16), weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AdabeliefRule>(
                AdabeliefOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                    in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
