#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <thalweg/model.h>
#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

struct AsgdOptions {
    double lambd;
    double alpha;
    double t0;
    double decay; ///< λ
};

class AsgdRule final : public UpdateRule {
public:
    AsgdRule(const AsgdOptions &options, Eigen::Index dimension) : options_(options), average_(zeros(dimension)) { }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        const auto [lambd, alpha, t0, decay] = options_;
        const double step = rate / std::pow(1 + lambd * rate * t_, alpha);
        const double part = 1 / std::max(1.0, t_ - t0);
        ++t_;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + decay * theta[i];
            theta[i] = (1 - lambd * step) * theta[i] - step * g;
            average_[i] = part == 1 ? theta[i] : average_[i] + part * (theta[i] - average_[i]);
        }
    }

    const Eigen::VectorXd *averageTheta() const override { return t_ > 0 ? &average_ : nullptr; }

private:
    const AsgdOptions options_;
    Eigen::VectorXd average_; ///< ax
    double t_ = 0; ///< updates so far
};

} // namespace

NodeType asgd()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.asgd"),
        .title = QStringLiteral("Averaged SGD"),
        .summary = QStringLiteral("Stochastic gradient descent that gives the mean of its path as well."),
        .help = QStringLiteral(R"(# Averaged stochastic gradient descent

ηₜ = η / (1 + λₐ η (t − 1))^α,  θ ← (1 − λₐ ηₜ) θ − ηₜ g,  a ← a + (θ − a) / max(1, t − 1 − t₀)

with g = ∇J(θ) + λθ; t counts updates from 1. η is `rate`, λₐ is `lambd`, α is `alpha`, t₀ is `t0`, λ is `weight_decay`. Defaults:
η = 0.01, λₐ = 10⁻⁴, α = 0.75, t₀ = 10⁶, λ = 0. Until t = t₀ + 2 the mean a is θ itself; from then on it is the mean of the path.

The descent and `model` have θ, as in PyTorch, where a is only kept beside (`ax`). Here a comes out at `average`, as numbers in the
order of the parameters, and at `average_model`. To see what averaging does, set `t0` to the number of updates after which θ only
moves to and fro. The trace's rate is η; λₐ shrinks θ as a penalty of λₐ/2·‖θ‖₂² would, so set it to 0 for the minimum of J itself.

Convention: PyTorch's `torch.optim.ASGD`. Source: Polyak and Juditsky, *Acceleration of stochastic approximation by averaging*, 1992;
the schedule: Bottou, *Large-scale machine learning with stochastic gradient descent*, 2010.

Example: a `costs.least-squares` into this node with `batch_size` 1, `rate` 0.05, `t0` 500 and 5000 `iterations`: `average_model`
into `models.score` scores better than `model` does.)"),
        .rate = 0.01,
        .parameters = {
            number(QStringLiteral("lambd"), 1e-4)
                .atLeast(0)
                .help(QStringLiteral("λₐ: how soon the rate falls, and how much each update shrinks θ.")),
            number(QStringLiteral("alpha"), 0.75)
                .atLeast(0)
                .help(QStringLiteral("α: the power with which the rate falls.")),
            number(QStringLiteral("t0"), 1e6)
                .atLeast(0)
                .unit(QStringLiteral("updates"))
                .help(QStringLiteral("t₀: when averaging begins.")),
            weightDecay(),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<AsgdRule>(
                AsgdOptions { in.number(QStringLiteral("lambd")), in.number(QStringLiteral("alpha")),
                    in.number(QStringLiteral("t0")), in.number(QStringLiteral("weight_decay")) },
                dimension);
        },
        .hasAverage = true,
    });
}

} // namespace thalweg
