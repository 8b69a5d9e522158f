#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

namespace thalweg {

namespace {

class LionRule final : public UpdateRule {
public:
    LionRule(double beta1, double beta2, double decay, Eigen::Index dimension)
        : beta1_(beta1), beta2_(beta2), decay_(decay), mean_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            double direction = mean_[i];
            average(direction, beta1_, gradient[i]);
            theta[i] = (1 - rate * decay_) * theta[i] - rate * sign(direction);
            average(mean_[i], beta2_, gradient[i]);
        }
    }

private:
    const double beta1_;
    const double beta2_;
    const double decay_; ///< λ
    Eigen::VectorXd mean_; ///< m
};

} // namespace

NodeType lion()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.lion"),
        .title = QStringLiteral("Lion"),
        .summary = QStringLiteral("Steps of one size along the sign of a mean gradient."),
        .help = QStringLiteral(R"(# Lion

θ ← (1 − ηλ) θ − η sign(β₁ m + (1 − β₁) g),  then  m ← β₂ m + (1 − β₂) g

All by component, with g = ∇J(θ) and m = 0 at first. η is `rate`, β₁ and β₂ are `beta1` and `beta2`, λ is `weight_decay`. Defaults:
η = 0.0001, β₁ = 0.9, β₂ = 0.99, λ = 0. Each update moves every parameter by exactly η, so it ends in a dance of that size around the
minimum unless a schedule makes the rate fall.

Convention: PyTorch has none; this is the published rule, as its authors' code has it. Source: Chen and others, *Symbolic discovery of
optimization algorithms*, 2023, https://arxiv.org/abs/2302.06675.

Example: `costs.formula` with `(theta - 5)^2` into this node from `start` 0 with `rate` 0.1: after 10 updates θ = 1.)"),
        .rate = 1e-4,
        .parameters = { beta1(),
            number(QStringLiteral("beta2"), 0.99)
                .atLeast(0)
                .below(1)
                .help(QStringLiteral("β₂: how much of the mean gradient is kept for later updates.")),
            decoupledWeightDecay(0) },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<LionRule>(in.number(QStringLiteral("beta1")), in.number(QStringLiteral("beta2")),
                in.number(QStringLiteral("weight_decay")), dimension);
        },
    });
}

} // namespace thalweg
