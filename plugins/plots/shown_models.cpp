#include "shown_models.h"

namespace thalweg {

namespace {

std::vector<std::size_t> denseAtFirst(const std::vector<std::size_t> &steps, std::size_t most)
{
    if (steps.size() <= most)
        return steps;
    const std::size_t dense = most / 2;
    std::vector<std::size_t> kept(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(dense));
    const std::size_t rest = steps.size() - dense;
    const std::size_t sparse = most - dense;
    for (std::size_t i = 1; i <= sparse; ++i)
        kept.push_back(steps[dense + rest * i / sparse - 1]);
    return kept;
}

ShownModel alongDescent(const Objective &objective, const Labelled<Descent> &descent, std::size_t most)
{
    ShownModel shown { .label = descent.label, .epochsAStep = epochsAStep(*descent.value) };
    for (std::size_t step : denseAtFirst(shownSteps(*descent.value), most)) {
        shown.models.push_back(objective.model(descent.value->theta(step)));
        shown.steps.push_back(descent.value->steps()[step].iteration);
        if (!shown.models.back())
            throw Error(QStringLiteral("predicts nothing, so that there is no model at its steps; it must be a cost of "
                                       "data, such as costs.least-squares"))
                .at(QStringLiteral("port objective"));
    }
    return shown;
}

} // namespace

void ShownModel::follow(Layer &layer, const std::vector<std::size_t> &pointsAStep) const
{
    if (!follows())
        return;
    layer.follow = Follow::Only;
    layer.epochsAStep = epochsAStep;
    for (std::size_t i = 0; i < steps.size(); ++i)
        layer.steps.insert(layer.steps.end(), pointsAStep[i], steps[i]);
}

std::vector<Port> dataAndModels(const QString &datasetHelp)
{
    return { input<Dataset>(QStringLiteral("dataset")).help(datasetHelp),
        input<Model>(QStringLiteral("model")).optional().many().help(QStringLiteral("Models of this target.")),
        input<Objective>(QStringLiteral("objective"))
            .optional()
            .help(QStringLiteral("With descent, instead of model: the cost that the descent went down.")),
        input<Descent>(QStringLiteral("descent"))
            .optional()
            .many()
            .help(QStringLiteral("What is shown then follows its steps.")) };
}

std::vector<ShownModel> shownModels(const Inputs &in, std::size_t most)
{
    std::vector<ShownModel> shown;
    for (const auto &[label, model] : in.all<Model>(QStringLiteral("model")))
        shown.push_back({ .label = label, .models = { model } });
    const auto objective = in.optional<Objective>(QStringLiteral("objective"));
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    if (objective && descents.empty())
        throw Error(QStringLiteral("needs a descent of this objective, too")).at(QStringLiteral("port descent"));
    if (!objective && !descents.empty())
        throw Error(QStringLiteral("needs the objective of the descent, too")).at(QStringLiteral("port objective"));
    if (objective)
        checkSameParameters(objective->parameterNames(), descents);
    for (const Labelled<Descent> &descent : descents)
        shown.push_back(alongDescent(*objective, descent, most));
    if (shown.empty())
        throw Error(QStringLiteral("needs a model, or else an objective and a descent of it"))
            .at(QStringLiteral("port model"));
    return shown;
}

ShownModel shownModel(const Inputs &in, std::size_t most)
{
    std::vector<ShownModel> shown = shownModels(in, most);
    if (shown.size() > 1)
        throw Error(QStringLiteral("takes one model or one descent, but %1 arrive; give each a plot of its own")
                        .arg(shown.size()))
            .at(QStringLiteral("port %1").arg(
                shown.back().follows() ? QStringLiteral("descent") : QStringLiteral("model")));
    return std::move(shown.front());
}

} // namespace thalweg
