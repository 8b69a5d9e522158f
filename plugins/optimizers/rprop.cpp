#include "node_types.h"
#include "optimizer_node.h"
#include "rule_parts.h"

#include <QJsonArray>

#include <algorithm>

namespace thalweg {

namespace {

struct RpropOptions {
    double shrink; ///< η⁻
    double grow; ///< η⁺
    double smallest;
    double largest;
};

class RpropRule final : public UpdateRule {
public:
    RpropRule(const RpropOptions &options, Eigen::Index dimension)
        : options_(options), steps_(dimension), before_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        if (isFirst_)
            steps_.setConstant(rate);
        isFirst_ = false;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            double g = gradient[i];
            // The product of the gradients could be too small for a double.
            const double agreement = sign(g) * sign(before_[i]);
            const double factor = agreement > 0 ? options_.grow : agreement < 0 ? options_.shrink : 1;
            steps_[i] = std::clamp(steps_[i] * factor, options_.smallest, options_.largest);
            if (agreement < 0)
                g = 0;
            theta[i] -= sign(g) * steps_[i];
            before_[i] = g;
        }
    }

private:
    const RpropOptions options_;
    Eigen::VectorXd steps_; ///< Δ
    Eigen::VectorXd before_; ///< the gradient of the update before, 0 where the sign had changed
    bool isFirst_ = true;
};

Parameter pair(const QString &name, double first, double second)
{
    Parameter parameter = numbers(name);
    parameter.defaultValue = QJsonArray { first, second };
    return parameter;
}

RpropOptions readOptions(const Inputs &in)
{
    const std::vector<double> etas = in.numbers(QStringLiteral("etas"));
    const std::vector<double> sizes = in.numbers(QStringLiteral("step_sizes"));
    if (etas.size() != 2 || !(0 < etas[0] && etas[0] < 1 && 1 < etas[1]))
        throw Error(QStringLiteral("must be two numbers, one above 0 and below 1, then one above 1, such as 0.5, 1.2"))
            .at(QStringLiteral("parameter etas"));
    if (sizes.size() != 2 || !(0 <= sizes[0] && sizes[0] <= sizes[1]))
        throw Error(
            QStringLiteral("must be two numbers, the smallest step, at least 0, and the largest, such as 1e-06, 50"))
            .at(QStringLiteral("parameter step_sizes"));
    return { etas[0], etas[1], sizes[0], sizes[1] };
}

} // namespace

NodeType rprop()
{
    return optimizerNode({
        .id = QStringLiteral("optimizers.rprop"),
        .title = QStringLiteral("Rprop"),
        .summary = QStringLiteral("Follows the sign of the slope alone, with steps that grow until it changes."),
        .help = QStringLiteral(R"(# Rprop

Where the gradient has the sign of the one before, Δ ← min(Δ η⁺, Δmax); where the sign has changed, Δ ← max(Δ η⁻, Δmin) and this
update leaves the parameter alone (g ← 0). Then θ ← θ − sign(g) Δ.

All by component, with g = ∇J(θ) and Δ = `rate` at first: later the rule finds its steps by itself, and a change of the rate does
nothing. η⁻ and η⁺ are `etas`, Δmin and Δmax are `step_sizes`. Defaults: `rate` 0.01, `etas` 0.5, 1.2, `step_sizes` 10⁻⁶, 50. Made
for gradients over all rows: the sign of a small batch's gradient says little.

Convention: PyTorch's `torch.optim.Rprop`: after a change of sign the step is not taken back. Source: Riedmiller and Braun, *A direct
adaptive method for faster backpropagation learning: the RPROP algorithm*, 1993; this form: Igel and Hüsken, *Improving the Rprop
learning algorithm*, 2000 (Rprop⁻ with a zeroed gradient).

Example: `costs.formula` with `x^2 + 10000 * y^2` into this node from `start` [1, 1]: both parameters take the same path.)"),
        .rate = 0.01,
        .parameters = {
            pair(QStringLiteral("etas"), 0.5, 1.2)
                .help(QStringLiteral("η⁻ and η⁺: the factors by which a step shrinks and grows.")),
            pair(QStringLiteral("step_sizes"), 1e-6, 50)
                .help(QStringLiteral("Δmin and Δmax: the smallest and the largest step.")),
        },
        .makeRule = [](const Inputs &in, Eigen::Index dimension) -> std::unique_ptr<UpdateRule> {
            return std::make_unique<RpropRule>(readOptions(in), dimension);
        },
    });
}

} // namespace thalweg
