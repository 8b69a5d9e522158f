#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

struct RmspropOptions {
    double alpha;
    double eps;
    double decay; ///< λ
    double momentum; ///< μ
    bool centered;
};

class RmspropRule final : public UpdateRule {
public:
    RmspropRule(const RmspropOptions &options, Eigen::Index dimension)
        : options_(options), square_(zeros(dimension)), mean_(zeros(dimension)), velocity_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        const auto [alpha, eps, decay, momentum, centered] = options_;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            average(square_[i], alpha, g * g);
            double variance = square_[i];
            if (centered) {
                average(mean_[i], alpha, g);
                // Of a gradient that no longer changes, rounding would make it less than nothing.
                variance = std::max(variance - mean_[i] * mean_[i], 0.0);
            }
            velocity_[i] = momentum * velocity_[i] + ratio(g, std::sqrt(variance) + eps);
            theta[i] -= rate * velocity_[i];
        }
    }

private:
    const RmspropOptions options_;
    Eigen::VectorXd square_; ///< v
    Eigen::VectorXd mean_; ///< ḡ
    Eigen::VectorXd velocity_; ///< b
};

} // namespace

NodeType rmsprop()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.rmsprop"),
        .title = QStringLiteral("RMSProp"),
        .summary = QStringLiteral("Divides the gradient by the root of its running mean square."),
        .help = QStringLiteral(R"(# RMSProp

v ← α v + (1 − α) g²,  b ← μ b + g / (√v + ε),  θ ← θ − η b

All by component, with g = ∇J(θ) + λθ and v = b = 0 at first. With `centered` the running mean ḡ ← α ḡ + (1 − α) g is taken off:
√(v − ḡ²) stands for √v, v − ḡ² at least 0. η is `rate`, α is `alpha`, ε is `eps`, μ is `momentum`, λ is `weight_decay`. Defaults:
η = 0.01, α = 0.99, ε = 10⁻⁸, μ = 0, λ = 0, not centred.

Convention: PyTorch's `torch.optim.RMSprop`, with ε outside the root and no correction of the start. Source: Hinton, *Neural networks
for machine learning*, lecture 6, 2012; centred: Graves, *Generating sequences with recurrent neural networks*, 2013.

Example: with `alpha` 0.99 and no momentum the first step is ten times `rate`, whatever the slope: v is then g²/100.)"),
        .rate = 0.01,
        .parameters = {
            number(QStringLiteral("alpha"), 0.99)
                .atLeast(0)
                .below(1)
                .help(QStringLiteral("α: how much of the mean squared gradient is kept.")),
            eps(),
            momentumPart(0),
            boolean(QStringLiteral("centered"), false)
                .help(QStringLiteral("Divide by the root of the gradient's variance instead of its mean square.")),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<RmspropRule>(
                RmspropOptions { in.number(QStringLiteral("alpha")), in.number(QStringLiteral("eps")),
                    in.number(QStringLiteral("weight_decay")), in.number(QStringLiteral("momentum")),
                    in.boolean(QStringLiteral("centered")) },
                dimension);
        },
    });
}

} // namespace thalweg
