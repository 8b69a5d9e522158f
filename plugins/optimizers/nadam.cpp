#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct NadamOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
    double momentumDecay; ///< ψ
};

class NadamRule final : public UpdateRule {
public:
    NadamRule(const NadamOptions &options, Eigen::Index dimension)
        : options_(options), mean_(zeros(dimension)), square_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay, psi] = options_;
        const double mu = momentumAt(t_);
        const double muNext = momentumAt(t_ + 1);
        product_ *= mu;
        const double gradientPart = rate * (1 - mu) / (1 - product_);
        const double meanPart = rate * muNext / (1 - product_ * muNext);
        const double correction2 = 1 - std::pow(beta2, t_);
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(mean_[i], beta1, g);
            average(square_[i], beta2, g * g);
            const double scale = std::sqrt(square_[i] / correction2) + eps;
            theta[i] -= ratio(gradientPart * g + meanPart * mean_[i], scale);
        }
    }

private:
    double momentumAt(double t) const
    {
        return options_.beta1 * (1 - 0.5 * std::pow(0.96, t * options_.momentumDecay));
    }

    const NadamOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd square_; ///< v
    double product_ = 1; ///< of all μ so far
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType nadam()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.nadam"),
        .title = QStringLiteral("NAdam"),
        .summary = QStringLiteral("Adam with Nesterov's look ahead."),
        .help = QStringLiteral(R"(# NAdam

m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  μₜ = β₁ (1 − ½ · 0.96^(tψ)),

m̂ = μₜ₊₁ m / (1 − μ₁⋯μₜ₊₁) + (1 − μₜ) g / (1 − μ₁⋯μₜ),  v̂ = v / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√v̂ + ε)

All by component, with g = ∇J(θ) + λθ and m = v = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, ψ is
`momentum_decay`, λ is `weight_decay`; t counts updates from 1. Defaults: η = 0.002, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, ψ = 0.004, λ = 0.

Convention: as published, and PyTorch's `torch.optim.NAdam` (release 1.13 counted one factor of the product twice). Source: Dozat,
*Incorporating Nesterov momentum into Adam*, 2016.

Example: `costs.formula` with `(x - 1)^2 + 10 * (y + 2)^2` into this node with `rate` 0.1 and 200 `iterations`, and into
`optimizers.adam` with the same.)"),
        .rate = 0.002,
        .parameters = { beta1(), beta2(), eps(),
            number(QStringLiteral("momentum_decay"), 0.004)
                .atLeast(0)
                .help(QStringLiteral("ψ: how soon the momentum rises from β₁/2 to β₁.")),
            weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<NadamRule>(
                NadamOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                    in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")),
                    in.number(QStringLiteral("momentum_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
