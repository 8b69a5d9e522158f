#include "limit_note.h"

#include "curvature.h"

#include <algorithm>

namespace thalweg {

Port objectiveForLimit()
{
    return input<Objective>(QStringLiteral("objective"))
        .optional()
        .help(QStringLiteral("The cost of the runs: for the largest rate that gradient descent can take on it."));
}

QString limitNote(const Inputs &in, const Descents &descents, RunContext &context)
{
    const auto objective = in.optional<Objective>(QStringLiteral("objective"));
    if (!objective)
        return {};
    checkSameParameters(objective->parameterNames(), descents);
    const auto lowest = std::ranges::min_element(descents, {},
        [](const Labelled<Descent> &descent) { return descent.value->steps()[descent.value->bestStep()].cost; });
    const Descent &descent = *lowest->value;
    const Eigen::VectorXd end = descent.theta(descent.bestStep());
    const double way = (end - descent.theta(0)).norm();
    const auto curvature = greatestCurvature(*objective, end, way > 0 ? way : 1 + end.norm(), context);
    const QString limit = curvature ? curvature->limitText() : QString();
    return limit.isEmpty() ? QString() : QStringLiteral("limit for plain gradient descent %1").arg(limit);
}

} // namespace thalweg
