#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

namespace thalweg {

namespace {

class GradientDescentRule final : public UpdateRule {
public:
    explicit GradientDescentRule(double decay) : decay_(decay) { }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        if (decay_ == 0)
            theta -= rate * gradient;
        else
            theta -= rate * (gradient + decay_ * theta);
    }

private:
    const double decay_;
};

} // namespace

NodeType gradientDescent()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.gradient-descent"),
        .title = QStringLiteral("Gradient descent"),
        .summary = QStringLiteral("Goes down the slope: batch, mini-batch or stochastic."),
        .help = QStringLiteral(R"(# Gradient descent

θ ← θ − η ∇J(θ)

η is `rate`. On a quadratic J it converges for η < 2/λ, λ being the largest curvature; above that it diverges, and at 2/λ it
jumps to and fro for ever. With `weight_decay` λ the gradient is ∇J(θ) + λθ.

Convention: PyTorch's `torch.optim.SGD` without momentum. Source: Cauchy, *Méthode générale pour la résolution des systèmes
d'équations simultanées*, 1847; stochastic: Robbins and Monro, *A stochastic approximation method*, 1951.

Example: J(θ) = (θ − 5)² from θ = 0 with `rate` 0.1 and 50 `iterations` ends at θ = 4.99993.)"),
        .parameters = { weightDecay() },
        .makeRule = [](const Inputs &in, Eigen::Index) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<GradientDescentRule>(in.number(QStringLiteral("weight_decay")));
        },
    });
}

} // namespace thalweg
