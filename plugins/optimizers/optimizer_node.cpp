#include "optimizer_node.h"

#include "descend.h"
#include "lookahead.h"
#include "run_parameters.h"

#include <thalweg/model.h>
#include <thalweg/plain_values.h>

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

std::vector<Parameter> commonParameters(const Optimizer &optimizer)
{
    std::vector<Parameter> all { startParameter(),
        number(QStringLiteral("rate"), optimizer.rate)
            .atLeast(0)
            .orSchedule()
            .logSlider(1e-5, 10)
            .help(QStringLiteral("Learning rate η: the step size; a schedule may drive it.")) };
    const auto add = [&](const std::vector<Parameter> &more) { all.insert(all.end(), more.begin(), more.end()); };
    add(optimizer.parameters);
    add({
        integer(QStringLiteral("batch_size"), 0)
            .atLeast(0)
            .unit(QStringLiteral("rows"))
            .help(QStringLiteral("Rows for each update; 0 is all.")),
        boolean(QStringLiteral("shuffle"), true).help(QStringLiteral("Shuffle the rows before each epoch.")),
        iterationsParameter(),
        number(QStringLiteral("epochs"))
            .optional()
            .atLeast(0)
            .unit(QStringLiteral("epochs"))
            .help(QStringLiteral("Stop when the updates have read the rows so many times.")),
    });
    add(toleranceParameters());
    add({
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
    });
    return all;
}

DescentOptions readOptions(const Inputs &in, const Objective &objective, RunContext &context)
{
    return {
        .start = readStart(in, objective, context),
        .rate = readRate(in),
        .clipping = { in.optionalNumber(QStringLiteral("clip_value")), in.optionalNumber(QStringLiteral("clip_norm")) },
        .batchSize = in.integer(QStringLiteral("batch_size")),
        .shuffled = in.boolean(QStringLiteral("shuffle")),
        .stopping = readStopping(in),
    };
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
    std::vector<Port> outputs { descentPort(), modelPort() };
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
    return {
        .id = optimizer.id,
        .title = optimizer.title,
        .summary = optimizer.summary,
        .help = optimizer.help + commonHelp,
        .parameters = commonParameters(optimizer),
        .inputs = { objectivePort() },
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
                setOutputs(out, *objective, std::move(descent));
            },
    };
}

} // namespace thalweg
