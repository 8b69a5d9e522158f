#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

namespace thalweg {

namespace {

class NesterovRule final : public UpdateRule {
public:
    NesterovRule(double momentum, double decay, Eigen::Index dimension)
        : momentum_(momentum), decay_(decay), velocity_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay_ * theta[i];
            velocity_[i] = momentum_ * velocity_[i] + g;
            theta[i] -= rate * (g + momentum_ * velocity_[i]);
        }
    }

private:
    const double momentum_; ///< μ
    const double decay_; ///< λ
    Eigen::VectorXd velocity_; ///< b
};

} // namespace

NodeType nesterov()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.nesterov"),
        .title = QStringLiteral("Nesterov momentum"),
        .summary = QStringLiteral("Momentum that looks at the slope ahead of where its speed takes it."),
        .help = QStringLiteral(R"(# Nesterov momentum

b ← μ b + g,  θ ← θ − η (g + μ b),  with g = ∇J(θ) + λθ and b = 0 at first

η is `rate`, μ is `momentum`, λ is `weight_decay`. Defaults: η = 0.001, μ = 0.9, λ = 0.

Convention: PyTorch's `torch.optim.SGD` with `nesterov=True`: θ is the point ahead, where the gradient is taken. Source: Nesterov,
*A method of solving a convex programming problem with convergence rate O(1/k²)*, 1983; Sutskever and others, *On the importance of
initialization and momentum in deep learning*, 2013.

Example: `costs.formula` with `x^2 + 100 * y^2` into this node with `start` [10, 1], `rate` 0.004 and 100 `iterations` swings less
than `optimizers.momentum` with the same settings.)"),
        .parameters = { momentumPart(0.9), weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<NesterovRule>(
                in.number(QStringLiteral("momentum")), in.number(QStringLiteral("weight_decay")), dimension);
        },
    });
}

} // namespace thalweg
