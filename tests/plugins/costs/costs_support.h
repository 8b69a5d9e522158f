#pragma once

#include <thalweg/dataset.h>
#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/plugin.h>
#include <thalweg/run_context.h>

std::vector<thalweg::NodeType> thalwegNodeTypes();

namespace thalweg {

/// The objective that the node type `id` of this plugin gives, or its error.
inline Result<std::shared_ptr<const Objective>> makeObjective(
    const QString &id, const QJsonObject &parameters, const ValuePtr &dataset = {})
{
    for (const NodeType &type : thalwegNodeTypes()) {
        if (type.id != id)
            continue;
        Inputs in(type, parameters);
        if (dataset)
            in.add(QStringLiteral("dataset"), dataset);
        RunContext context;
        Result<Outputs> outputs = runNode(type, in, context);
        if (!outputs)
            return outputs.error();
        return std::static_pointer_cast<const Objective>(outputs->get(QStringLiteral("objective")));
    }
    return Error(QStringLiteral("there is no node type %1").arg(id));
}

inline Result<std::shared_ptr<const Objective>> makeFormula(const QString &text)
{
    return makeObjective(QStringLiteral("costs.formula"), { { QStringLiteral("formula"), text } });
}

struct ValueAndGradient {
    double value;
    Eigen::VectorXd gradient;
};

inline ValueAndGradient evaluate(const Objective &objective, const Eigen::VectorXd &theta)
{
    Eigen::VectorXd gradient(objective.dimension());
    const double value = objective.valueAndGradient(theta, gradient);
    return { value, gradient };
}

} // namespace thalweg
