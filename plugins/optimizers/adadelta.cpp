#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct AdadeltaOptions {
    double rho;
    double eps;
    double decay; ///< λ
};

class AdadeltaRule final : public UpdateRule {
public:
    AdadeltaRule(const AdadeltaOptions &options, Eigen::Index dimension)
        : options_(options), square_(zeros(dimension)), squaredStep_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        const auto [rho, eps, decay] = options_;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(square_[i], rho, g * g);
            const double step = ratio(std::sqrt(squaredStep_[i] + eps) * g, std::sqrt(square_[i] + eps));
            average(squaredStep_[i], rho, step * step);
            theta[i] -= rate * step;
        }
    }

private:
    const AdadeltaOptions options_;
    Eigen::VectorXd square_; ///< v
    Eigen::VectorXd squaredStep_; ///< u
};

} // namespace

NodeType adadelta()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adadelta"),
        .title = QStringLiteral("AdaDelta"),
        .summary = QStringLiteral("Finds the size of its steps from the steps before; needs no rate."),
        .help = QStringLiteral(R"(# AdaDelta

v ← ρ v + (1 − ρ) g²,  Δ = √(u + ε) / √(v + ε) · g,  u ← ρ u + (1 − ρ) Δ²,  θ ← θ − η Δ

All by component, with g = ∇J(θ) + λθ and u = v = 0 at first. η is `rate` (1: the rule as published), ρ is `rho`, ε is `eps`, λ is
`weight_decay`. Defaults: η = 1, ρ = 0.9, ε = 10⁻⁶, λ = 0. A larger ε makes the first steps longer.

Convention: PyTorch's `torch.optim.Adadelta`, with ε inside both roots. Source: Zeiler, *ADADELTA: an adaptive learning rate method*,
2012, https://arxiv.org/abs/1212.5701.

Example: `costs.formula` with `(theta - 5)^2` into this node from `start` 0: the first step is about √(10 ε) = 0.0032, and the steps
grow from there.)"),
        .rate = 1,
        .parameters = {
            number(QStringLiteral("rho"), 0.9)
                .atLeast(0)
                .below(1)
                .help(QStringLiteral("ρ: how much of the mean squares is kept.")),
            eps(1e-6),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AdadeltaRule>(AdadeltaOptions { in.number(QStringLiteral("rho")),
                                                      in.number(QStringLiteral("eps")),
                                                      in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
