#include "node_types.h"
#include "optimizer_node.h"

namespace thalweg {

namespace {

struct MomentumOptions {
    double momentum; ///< μ
    double dampening; ///< τ
    double decay; ///< λ
};

class MomentumRule final : public UpdateRule {
public:
    MomentumRule(const MomentumOptions &options, Eigen::Index dimension) : options_(options), velocity_(dimension) { }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        if (isFirst_)
            velocity_ = gradient + options_.decay * theta;
        else
            velocity_ = options_.momentum * velocity_ + (1 - options_.dampening) * (gradient + options_.decay * theta);
        isFirst_ = false;
        theta -= rate * velocity_;
    }

private:
    const MomentumOptions options_;
    Eigen::VectorXd velocity_; ///< b
    bool isFirst_ = true;
};

} // namespace

NodeType momentum()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.momentum"),
        .title = QStringLiteral("Momentum"),
        .summary = QStringLiteral("Gradient descent that keeps some of its speed (heavy ball)."),
        .help = QStringLiteral(R"(# Momentum

b₁ = g₁,  bₜ = μ bₜ₋₁ + (1 − τ) gₜ,  θ ← θ − η bₜ,  with gₜ = ∇J(θ) + λθ

η is `rate`, μ is `momentum`, τ is `dampening`, λ is `weight_decay`. The rate multiplies the velocity b when it is used, not
when it is gathered, so a change of the rate acts at once.

Convention: PyTorch's `torch.optim.SGD` with momentum. Source: Polyak, *Some methods of speeding up the convergence of
iteration methods*, 1964; Sutskever and others, *On the importance of initialization and momentum in deep learning*, 2013.

Example: on a long valley such as J(x, y) = x² + 100y² with `rate` 0.005 and `momentum` 0.9 it needs far fewer steps than
without.)"),
        .parameters = {
            number(QStringLiteral("momentum"), 0.9).atLeast(0).below(1).slider(0, 0.999).help(QStringLiteral("μ: the part of the velocity that is kept.")),
            number(QStringLiteral("dampening"), 0).atLeast(0).atMost(1).slider(0, 1).help(QStringLiteral("τ: the part of the gradient that is left out of the velocity.")),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<MomentumRule>(MomentumOptions { in.number(QStringLiteral("momentum")),
                                                      in.number(QStringLiteral("dampening")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
