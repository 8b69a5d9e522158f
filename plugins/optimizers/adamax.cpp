#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

struct AdamaxOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
};

class AdamaxRule final : public UpdateRule {
public:
    AdamaxRule(const AdamaxOptions &options, Eigen::Index dimension)
        : options_(options), mean_(zeros(dimension)), norm_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay] = options_;
        const double corrected = rate / (1 - std::pow(beta1, t_));
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(mean_[i], beta1, g);
            norm_[i] = std::max(beta2 * norm_[i], std::abs(g) + eps);
            theta[i] -= corrected * ratio(mean_[i], norm_[i]);
        }
    }

private:
    const AdamaxOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd norm_; ///< u
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType adamax()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adamax"),
        .title = QStringLiteral("AdaMax"),
        .summary = QStringLiteral("Adam with the largest recent gradient in place of the mean square."),
        .help = QStringLiteral(R"(# AdaMax

m ← β₁ m + (1 − β₁) g,  u ← max(β₂ u, |g| + ε),  θ ← θ − η / (1 − β₁ᵗ) · m / u

All by component, with g = ∇J(θ) + λθ and m = u = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, ε is `eps`, λ is
`weight_decay`; t counts updates from 1. Defaults: η = 0.002, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, λ = 0.

Convention: PyTorch's `torch.optim.Adamax`, with ε inside the maximum. Source: Kingma and Ba, *Adam: a method for stochastic
optimization*, 2015, section 7, https://arxiv.org/abs/1412.6980.

Example: with `rate` 0.1 the first step moves every parameter by 0.1, however steep the cost is, and no step is much longer.)"),
        .rate = 0.002,
        .parameters = { beta1(), beta2(), eps(), weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AdamaxRule>(
                AdamaxOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                    in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
