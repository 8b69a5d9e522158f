#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <cmath>

namespace thalweg {

namespace {

struct AdagradOptions {
    double rateDecay; ///< d
    double initial; ///< s at first
    double eps;
    double decay; ///< λ
};

class AdagradRule final : public UpdateRule {
public:
    AdagradRule(const AdagradOptions &options, Eigen::Index dimension)
        : options_(options), sum_(Eigen::VectorXd::Constant(dimension, options.initial))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        const double decayed = rate / (1 + t_ * options_.rateDecay);
        ++t_;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + options_.decay * theta[i];
            sum_[i] += g * g;
            theta[i] -= decayed * ratio(g, std::sqrt(sum_[i]) + options_.eps);
        }
    }

private:
    const AdagradOptions options_;
    Eigen::VectorXd sum_; ///< s
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType adagrad()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.adagrad"),
        .title = QStringLiteral("AdaGrad"),
        .summary = QStringLiteral("Divides each parameter's rate by the root of all its squared gradients so far."),
        .help = QStringLiteral(R"(# AdaGrad

s ← s + g²,  θ ← θ − η / (1 + (t − 1) d) · g / (√s + ε)

All by component, with g = ∇J(θ) + λθ and s = `initial_accumulator_value` at first. η is `rate`, d is `lr_decay`, ε is `eps`, λ is
`weight_decay`; t counts updates from 1. Defaults: η = 0.01, d = 0, ε = 10⁻¹⁰, λ = 0, s = 0.

Convention: PyTorch's `torch.optim.Adagrad`, with ε outside the root. Source: Duchi, Hazan and Singer, *Adaptive subgradient methods
for online learning and stochastic optimization*, 2011.

Example: `costs.formula` with `x^2 + 100 * y^2` into this node with `start` [1, 1] and `rate` 0.1: both parameters take the same
path, however different their slopes are; the first step is 0.1.)"),
        .rate = 0.01,
        .parameters = {
            number(QStringLiteral("lr_decay"))
                .atLeast(0)
                .help(QStringLiteral("d: the rate falls as 1 / (1 + (t − 1) d).")),
            number(QStringLiteral("initial_accumulator_value"))
                .atLeast(0)
                .help(QStringLiteral("s at first: the larger, the smaller the first steps.")),
            eps(1e-10),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AdagradRule>(
                AdagradOptions { in.number(QStringLiteral("lr_decay")),
                    in.number(QStringLiteral("initial_accumulator_value")), in.number(QStringLiteral("eps")),
                    in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
    });
}

} // namespace thalweg
