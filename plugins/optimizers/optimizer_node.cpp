#include "optimizer_node.h"

#include "descend.h"
#include "lookahead.h"

#include <thalweg/model.h>
#include <thalweg/plain_values.h>
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

## While it runs
Plots show the trace as it grows. A `rate` that is set by hand in a window holds from the next update on; the trace's column
`rate` shows it, and the reason why the run stopped says since which iteration. Such a run is not repeatable, so it is not kept.

## Rate, clipping, lookahead
`rate` takes a number, or a schedule by a link from `optimizers.schedule`. Before the rule sees a gradient g (∇J, without the
weight decay), `clip_value` c cuts its components to −c … c, and `clip_norm` c multiplies it by min(1, c / (‖g‖₂ + 10⁻⁶)), as
PyTorch's `clip_grad_value_` and `clip_grad_norm_` do; trace and stopping tests have ∇J as it is. With `lookahead` k, a slow φ
follows θ: after every k updates φ ← φ + α (θ − φ) and θ ← φ, where α is `lookahead_alpha` (Zhang and others, *Lookahead optimizer:
k steps forward, 1 step back*, 2019).
)");

std::vector<Parameter> commonParameters(double rate)
{
    return {
        point(
            QStringLiteral("start"), { QStringLiteral("automatic"), QStringLiteral("zeros"), QStringLiteral("random") })
            .namesFrom(QStringLiteral("objective"))
            .help(QStringLiteral(
                "θ₀: numbers in the order of the objective's parameters, numbers by name (the rest 0), "
                "\"zeros\", \"random\" (normal, mean 0, variance 1) or \"automatic\": zeros, but for an objective "
                "that has a random start of its own (a neural network) that start, which \"random\" is "
                "then, too.")),
        number(QStringLiteral("rate"), rate)
            .atLeast(0)
            .orSchedule()
            .logSlider(1e-5, 10)
            .help(QStringLiteral("Learning rate η: the step size; a schedule may drive it.")),
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
        number(QStringLiteral("clip_norm"))
            .optional()
            .above(0)
            .help(QStringLiteral("The gradient is made no longer than this (‖g‖₂) before the rule uses it.")),
        number(QStringLiteral("clip_value"))
            .optional()
            .above(0)
            .help(
                QStringLiteral("Each component of the gradient is made no larger than this before the rule uses it.")),
        integer(QStringLiteral("lookahead"), 0)
            .atLeast(0)
            .unit(QStringLiteral("updates"))
            .help(QStringLiteral("k: after every so many updates θ goes back towards where it came from; 0: never.")),
        number(QStringLiteral("lookahead_alpha"), 0.5)
            .above(0)
            .atMost(1)
            .help(QStringLiteral("α: the part of the way that θ keeps where it goes back; 1 changes nothing.")),
    };
}

DescentOptions readOptions(const Inputs &in, const Objective &objective, RunContext &context)
{
    DescentOptions options;
    // Its own stream, so that the order of the rows is the same from every start.
    Random random = context.random(1);
    try {
        options.start = startPoint(in.json(QStringLiteral("start")), objective, random);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter start"));
    }
    const auto rate = Schedule::read(in.json(QStringLiteral("rate")));
    if (!rate)
        throw rate.error().at(QStringLiteral("parameter rate"));
    options.rate = *rate;
    options.clipping
        = { in.optionalNumber(QStringLiteral("clip_value")), in.optionalNumber(QStringLiteral("clip_norm")) };
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

std::unique_ptr<UpdateRule> makeRule(const Optimizer &optimizer, const Inputs &in, Eigen::Index dimension)
{
    std::unique_ptr<UpdateRule> rule = optimizer.makeRule(in, dimension);
    const qint64 period = in.integer(QStringLiteral("lookahead"));
    if (period == 0)
        return rule;
    return std::make_unique<LookaheadRule>(
        std::move(rule), period, in.number(QStringLiteral("lookahead_alpha")), dimension);
}

std::vector<Port> outputsOf(const Optimizer &optimizer)
{
    std::vector<Port> outputs {
        output<Descent>(QStringLiteral("descent")).help(QStringLiteral("The trace of the run.")),
        output<Model>(QStringLiteral("model"))
            .help(QStringLiteral("What the objective predicts with the last θ; nothing where it predicts nothing."))
    };
    if (optimizer.hasAverage) {
        outputs.push_back(output<Vector>(QStringLiteral("average")).help(QStringLiteral("The mean of the path.")));
        outputs.push_back(output<Model>(QStringLiteral("average_model"))
                              .help(QStringLiteral("What the objective predicts with the mean of the path.")));
    }
    return outputs;
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
        .outputs = outputsOf(optimizer),
        .run =
            [optimizer](const Inputs &in, Outputs &out, RunContext &context) {
                const auto objective = in.value<Objective>(QStringLiteral("objective"));
                const DescentOptions options = readOptions(in, *objective, context);
                const std::unique_ptr<UpdateRule> rule = makeRule(optimizer, in, objective->dimension());
                auto descent = std::make_shared<Descent>(descend(*objective, options, *rule, context));
                if (optimizer.hasAverage) {
                    const Eigen::VectorXd *mean = rule->averageTheta();
                    const Eigen::VectorXd average = mean && mean->allFinite() ? *mean : descent->lastTheta();
                    out.set(QStringLiteral("average_model"), objective->model(average));
                    out.set(QStringLiteral("average"), std::make_shared<Vector>(average));
                }
                out.set(QStringLiteral("model"), objective->model(descent->lastTheta()));
                out.set(QStringLiteral("descent"), std::move(descent));
            },
    };
}

} // namespace thalweg
