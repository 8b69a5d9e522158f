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

/// What all linear costs do at the edges.
QString edges()
{
    return QStringLiteral(R"(

**Edges.** One row is enough; no row, no target, and a target that is no number or does not suit the loss are errors that name
the row. A constant feature and the intercept determine only their sum, duplicate columns only theirs: descents still converge,
to one of many minima. Where numbers near 1e308 overflow, the cost is infinite and a descent ends as diverged. Cost and gradient
are computed in one pass over X, with the same bits on any number of threads and any processor of the same family.)");
}

} // namespace

Parameter interceptParameter()
{
    return boolean(QStringLiteral("intercept"), true)
        .help(QStringLiteral("Whether there is a constant term b, the last parameter, called `intercept`."));
}

Parameter reductionParameter()
{
    return choice(QStringLiteral("reduction"), reductions(), QStringLiteral("mean"))
        .help(QStringLiteral("How the m losses become one cost: mean 1/m Σ, half-mean 1/(2m) Σ, sum Σ, half-sum ½ Σ."));
}

Reduction reductionOf(const Inputs &in)
{
    return static_cast<Reduction>(reductions().indexOf(in.text(QStringLiteral("reduction"))));
}

Port datasetPort()
{
    return input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("Features X (m × n) and target y; m ≥ 1."));
}

Port objectivePort()
{
    return output<Objective>(QStringLiteral("objective"))
        .help(QStringLiteral("The cost J of m terms; its parameters are named after the features."));
}

NodeType linearCostNode(NodeType description, const LinearCostKind &kind)
{
    description.help += edges();
    if (kind.shape)
        description.parameters.push_back(*kind.shape);
    description.parameters.push_back(interceptParameter());
    description.parameters.push_back(reductionParameter());
    description.inputs = { datasetPort() };
    description.outputs = { objectivePort() };
    description.run = [kind](const Inputs &in, Outputs &out, RunContext &) {
        LinearCostContent content;
        content.dataset = in.value<Dataset>(QStringLiteral("dataset"));
        content.classes = checkTarget(*content.dataset, kind.target, kind.method);
        content.loss = kind.loss;
        content.shape = kind.shape ? in.number(kind.shape->name) : 0;
        content.link = kind.link;
        content.hasIntercept = in.boolean(QStringLiteral("intercept"));
        content.reduction = reductionOf(in);
        out.set(QStringLiteral("objective"), std::make_shared<LinearCost>(std::move(content)));
    };
    return description;
}

} // namespace thalweg
