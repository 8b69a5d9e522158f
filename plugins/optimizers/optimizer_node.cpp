#include "optimizer_node.h"

#include "descend.h"

#include <thalweg/model.h>
#include <thalweg/start_point.h>

namespace thalweg {

namespace {

const QString commonHelp = QStringLiteral(R"(

## Batches
`batch_size` 0 uses all rows for each update (batch gradient descent), 1 a single row (stochastic), anything between is
mini-batch. Rows are shuffled before each epoch by the workflow's seed. An objective without rows ignores it.

## Recording
The trace has a row for the start and one for each update. With all rows, cost and gradient are J and ∇J at that θ. With
batches they are over all rows at the start, at the ends of epochs and at the end, and over the next batch in between.

## Stopping
A run stops after `iterations` updates or `epochs` passes over the rows, whichever is first; with neither given, after 1000
updates. It stops before when the largest component of |∇J| is at most `gradient_tolerance`, when J changed by at most
`cost_tolerance` · |J|, when J is at most `target_cost`, or after `time_limit` seconds; these look at all rows, and each is off
at its default. When J or ∇J is no longer finite, it stops at the last finite step and says that it diverged.
)");

std::vector<Parameter> commonParameters(double rate)
{
    return {
        point(QStringLiteral("start"), { QStringLiteral("zeros"), QStringLiteral("random") })
            .namesFrom(QStringLiteral("objective"))
            .help(
                QStringLiteral("θ₀: numbers in the order of the objective's parameters, numbers by name (the rest 0), "
                               "\"zeros\" or \"random\" (normal, mean 0, variance 1).")),
        number(QStringLiteral("rate"), rate)
            .atLeast(0)
            .logSlider(1e-5, 10)
            .help(QStringLiteral("Learning rate η: the step size.")),
        integer(QStringLiteral("batch_size"), 0)
            .atLeast(0)
            .unit(QStringLiteral("rows"))
            .help(QStringLiteral("Rows for each update; 0 is all.")),
        boolean(QStringLiteral("shuffle"), true).help(QStringLiteral("Shuffle the rows before each epoch.")),
        integer(QStringLiteral("iterations"))
            .optional()
            .atLeast(0)
            .unit(QStringLiteral("updates"))
            .logSlider(1, 1e5)
            .help(QStringLiteral("Stop after so many updates.")),
        number(QStringLiteral("epochs"))
            .optional()
            .atLeast(0)
            .unit(QStringLiteral("epochs"))
            .help(QStringLiteral("Stop when the updates have read the rows so many times.")),
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

DescentOptions readOptions(const Inputs &in, const Objective &objective, RunContext &context)
{
    DescentOptions options;
    // Its own stream, so that the order of the rows is the same from every start.
    Random random = context.random(1);
    try {
        options.start = startPoint(in.json(QStringLiteral("start")), objective.parameterNames(), random);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter start"));
    }
    options.rate = in.number(QStringLiteral("rate"));
    options.batchSize = in.integer(QStringLiteral("batch_size"));
    options.shuffled = in.boolean(QStringLiteral("shuffle"));
    options.iterations = in.optionalInteger(QStringLiteral("iterations"));
    options.epochs = in.optionalNumber(QStringLiteral("epochs"));
    options.gradientTolerance = in.number(QStringLiteral("gradient_tolerance"));
    options.costTolerance = in.number(QStringLiteral("cost_tolerance"));
    options.targetCost = in.optionalNumber(QStringLiteral("target_cost"));
    options.timeLimit = in.optionalNumber(QStringLiteral("time_limit"));
    return options;
}

} // namespace

NodeType optimizerNode(const Optimizer &optimizer)
{
    std::vector<Parameter> parameters = commonParameters(optimizer.rate);
    parameters.insert(parameters.begin() + 2, optimizer.parameters.begin(), optimizer.parameters.end());
    return {
        .id = optimizer.id,
        .title = optimizer.title,
        .summary = optimizer.summary,
        .help = optimizer.help + commonHelp,
        .parameters = parameters,
        .inputs
        = { input<Objective>(QStringLiteral("objective")).help(QStringLiteral("J(θ), the cost to be made small.")) },
        .outputs = { output<Descent>(QStringLiteral("descent")).help(QStringLiteral("The trace of the run.")),
            output<Model>(QStringLiteral("model"))
                .help(QStringLiteral(
                    "What the objective predicts with the last θ; nothing where it predicts nothing.")) },
        .run =
            [makeRule = optimizer.makeRule](const Inputs &in, Outputs &out, RunContext &context) {
                const auto objective = in.value<Objective>(QStringLiteral("objective"));
                const DescentOptions options = readOptions(in, *objective, context);
                const std::unique_ptr<UpdateRule> rule = makeRule(in, objective->dimension());
                auto descent = std::make_shared<Descent>(descend(*objective, options, *rule, context));
                out.set(QStringLiteral("model"), objective->model(descent->lastTheta()));
                out.set(QStringLiteral("descent"), std::move(descent));
            },
    };
}

Parameter weightDecay()
{
    return number(QStringLiteral("weight_decay"))
        .atLeast(0)
        .logSlider(1e-6, 1)
        .help(QStringLiteral("λ: adds λθ to the gradient, which is an L2 penalty of λ/2·‖θ‖₂²."));
}

} // namespace thalweg
