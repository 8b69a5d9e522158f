#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct YogiOptions {
    double beta1;
    double beta2;
    double eps;
    double decay; ///< λ
    double initial; ///< m and v at first
};

class YogiRule final : public UpdateRule {
public:
    YogiRule(const YogiOptions &options, Eigen::Index dimension)
        : options_(options), mean_(Eigen::VectorXd::Constant(dimension, options.initial)), square_(mean_)
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const auto [beta1, beta2, eps, decay, initial] = options_;
        const double correction1 = 1 - std::pow(beta1, t_);
        const double correction2 = 1 - std::pow(beta2, t_);
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(mean_[i], beta1, g);
            square_[i] -= (1 - beta2) * sign(square_[i] - g * g) * g * g;
            theta[i] -= rate * ratio(mean_[i] / correction1, std::sqrt(square_[i] / correction2) + eps);
        }
    }

private:
    const YogiOptions options_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd square_; ///< v
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType yogi()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.yogi"),
        .title = QStringLiteral("Yogi"),
        .summary = QStringLiteral("Adam whose mean square changes by no more than the gradient's own size."),
        .help = QStringLiteral(R"(# Yogi

m ← β₁ m + (1 − β₁) g,  v ← v − (1 − β₂) sign(v − g²) g²,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ),  θ ← θ − η m̂ / (√v̂ + ε)

All by component, with g = ∇J(θ) + λθ and m = v = `initial_accumulator_value` at first. η is `rate`, β₁ and β₂ are `beta1` and
`beta2`, ε is `eps`, λ is `weight_decay`; t counts updates from 1. Defaults: η = 0.01, β₁ = 0.9, β₂ = 0.999, ε = 0.001, λ = 0, and
10⁻⁶ at first.

Convention: PyTorch has none; this is optax's `yogi`, which corrects m and v as Adam does (the paper corrects nothing). Source: Zaheer
and others, *Adaptive methods for nonconvex optimization*, 2018.

Example: `costs.formula` with `(x - 1)^2 + 10 * (y + 2)^2` into this node with `rate` 0.1 and 300 `iterations`.)"),
        .rate = 0.01,
        .parameters = { beta1(), beta2(), eps(1e-3),
            number(QStringLiteral("initial_accumulator_value"), 1e-6)
                .atLeast(0)
                .help(QStringLiteral("m and v at first.")),
            weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<YogiRule>(
                YogiOptions { in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                    in.number(QStringLiteral("eps")), in.number(QStringLiteral("weight_decay")),
                    in.number(QStringLiteral("initial_accumulator_value")) },
                dimension);
        },
    });
}

} // namespace thalweg
