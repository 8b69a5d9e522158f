#include "linear_cost_node.h"

#include <thalweg/inputs.h>

namespace thalweg {

namespace {

const QStringList &reductions()
{
    static const QStringList names { QStringLiteral("mean"), QStringLiteral("half-mean"), QStringLiteral("sum"),
        QStringLiteral("half-sum") }; // in the order of Reduction
    return names;
}

} // namespace

NodeType linearCostNode(NodeType description, const LinearCostKind &kind)
{
    description.parameters = {
        boolean(QStringLiteral("intercept"), true)
            .help(QStringLiteral("Whether there is a constant term b, the last parameter, called `intercept`.")),
        choice(QStringLiteral("reduction"), reductions(), QStringLiteral("mean"))
            .help(QStringLiteral(
                "How the m losses become one cost: mean 1/m Σ, half-mean 1/(2m) Σ, sum Σ, half-sum ½ Σ.")),
    };
    description.inputs
        = { input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("Features X (m × n) and target y; m ≥ 1.")) };
    description.outputs
        = { output<Objective>(QStringLiteral("objective"))
                  .help(QStringLiteral("The cost J of m terms; its parameters are named after the features.")) };
    description.run = [kind](const Inputs &in, Outputs &out, RunContext &) {
        LinearCostContent content;
        content.dataset = in.value<Dataset>(QStringLiteral("dataset"));
        checkTarget(*content.dataset);
        try {
            content.classes = kind.classes(*content.dataset);
        } catch (const Error &error) {
            throw error.at(QStringLiteral("port dataset"));
        }
        content.loss = kind.loss;
        content.link = kind.link;
        content.hasIntercept = in.boolean(QStringLiteral("intercept"));
        content.reduction = static_cast<Reduction>(reductions().indexOf(in.text(QStringLiteral("reduction"))));
        out.set(QStringLiteral("objective"), std::make_shared<LinearCost>(std::move(content)));
    };
    return description;
}

} // namespace thalweg
