#include "run_parameters.h"

#include <thalweg/model.h>
#include <thalweg/start_point.h>

namespace thalweg {

Parameter startParameter()
{
    return point(
        QStringLiteral("start"), { QStringLiteral("automatic"), QStringLiteral("zeros"), QStringLiteral("random") })
        .namesFrom(QStringLiteral("objective"))
        .help(QStringLiteral("θ₀: numbers in the order of the objective's parameters, numbers by name (the rest 0), "
                             "\"zeros\", \"random\" (normal, mean 0, variance 1) or \"automatic\": zeros, but for an "
                             "objective that has a random start of its own (a neural network) that start, which "
                             "\"random\" is then, too."));
}

Parameter iterationsParameter()
{
    return integer(QStringLiteral("iterations"))
        .optional()
        .atLeast(0)
        .unit(QStringLiteral("updates"))
        .logSlider(1, 1e5)
        .help(QStringLiteral("Stop after so many updates."));
}

std::vector<Parameter> toleranceParameters()
{
    return {
        number(QStringLiteral("gradient_tolerance"))
            .atLeast(0)
            .logSlider(1e-12, 1)
            .help(QStringLiteral("Stop when the largest component of |∇J| is at most this; 0: never.")),
        number(QStringLiteral("cost_tolerance"))
            .atLeast(0)
            .logSlider(1e-12, 1)
            .help(QStringLiteral("Stop when the cost changed by at most this part of itself; 0: never.")),
        number(QStringLiteral("target_cost")).optional().help(QStringLiteral("Stop when the cost is at most this.")),
        number(QStringLiteral("time_limit"))
            .optional()
            .above(0)
            .unit(QStringLiteral("s"))
            .help(QStringLiteral("Stop after so many seconds.")),
    };
}

Port objectivePort()
{
    return input<Objective>(QStringLiteral("objective")).help(QStringLiteral("J(θ), the cost to be made small."));
}

Port descentPort()
{
    return output<Descent>(QStringLiteral("descent")).help(QStringLiteral("The trace of the run."));
}

Port modelPort()
{
    return output<Model>(QStringLiteral("model"))
        .help(QStringLiteral("What the objective predicts with the last θ; nothing where it predicts nothing."));
}

Eigen::VectorXd readStart(const Inputs &in, const Objective &objective, const RunContext &context)
{
    // Its own stream, so that the order of the rows is the same from every start.
    Random random = context.random(1);
    try {
        return startPoint(in.json(QStringLiteral("start")), objective, random);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter start"));
    }
}

std::shared_ptr<const Schedule> readRate(const Inputs &in)
{
    const QJsonValue json = in.json(QStringLiteral("rate"));
    if (json.isNull())
        return nullptr;
    const auto rate = Schedule::read(json);
    if (!rate)
        throw rate.error().at(QStringLiteral("parameter rate"));
    return *rate;
}

StoppingOptions readStopping(const Inputs &in)
{
    StoppingOptions options;
    options.iterations = in.optionalInteger(QStringLiteral("iterations"));
    if (in.type().parameter(QStringLiteral("epochs")))
        options.epochs = in.optionalNumber(QStringLiteral("epochs"));
    if (in.type().parameter(QStringLiteral("evaluations")))
        options.evaluations = in.optionalInteger(QStringLiteral("evaluations"));
    options.gradientTolerance = in.number(QStringLiteral("gradient_tolerance"));
    options.costTolerance = in.number(QStringLiteral("cost_tolerance"));
    options.targetCost = in.optionalNumber(QStringLiteral("target_cost"));
    options.timeLimit = in.optionalNumber(QStringLiteral("time_limit"));
    return options;
}

void setOutputs(Outputs &out, const Objective &objective, std::shared_ptr<const Descent> descent)
{
    out.set(QStringLiteral("model"), objective.model(descent->lastTheta()));
    out.set(QStringLiteral("descent"), std::move(descent));
}

} // namespace thalweg
