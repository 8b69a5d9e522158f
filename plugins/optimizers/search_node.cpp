#include "search_node.h"

#include "run_parameters.h"

namespace thalweg {

namespace {

const QString commonHelp = QStringLiteral(R"(

## Recording
The trace has a row for the start and one for each iteration, with J and ∇J over all rows at the θ it reached; `rate` is the step
size that led there. An iteration may take several evaluations of J and ∇J, which are counted; an epoch is one evaluation.

## Stopping
A run stops after `iterations` iterations or when it has made `evaluations` of J; with `iterations` left open, after 1000. It stops
before when the largest component of |∇J| is at most `gradient_tolerance`, when J changed by at most `cost_tolerance` · |J|, when J is
at most `target_cost`, or after `time_limit` seconds; each is off at its default. Beside these it stops, with the reason `step`, where
no step makes J smaller any more as far as floating point goes: most often a minimum to the last digit, but a kink or a wrong gradient
looks the same, so that is not called converged. Where `iterations` is given it makes them all, and rests there for what is left of
them.

## While it runs
Plots show the trace as it grows. Where `rate` is given, another one that is set by hand in a window holds from the next iteration on;
such a run is not repeatable, so it is not kept.
)");

std::vector<Parameter> allParameters(const SearchNode &search)
{
    std::vector<Parameter> all { startParameter(),
        number(QStringLiteral("rate")).optional().atLeast(0).orSchedule().logSlider(1e-5, 10).help(search.rateHelp) };
    const auto add = [&](const std::vector<Parameter> &more) { all.insert(all.end(), more.begin(), more.end()); };
    add(search.parameters);
    add({ iterationsParameter(),
        integer(QStringLiteral("evaluations"))
            .optional()
            .atLeast(1)
            .logSlider(1, 1e5)
            .help(QStringLiteral("Stop when J and ∇J were evaluated so many times, or a few more: an iteration is not "
                                 "broken off.")) });
    add(toleranceParameters());
    return all;
}

} // namespace

NodeType searchNode(const SearchNode &search)
{
    return {
        .id = search.id,
        .title = search.title,
        .summary = search.summary,
        .help = search.help + commonHelp,
        .parameters = allParameters(search),
        .inputs = { objectivePort() },
        .outputs = { descentPort(), modelPort() },
        .run =
            [search](const Inputs &in, Outputs &out, RunContext &context) {
                const auto objective = in.value<Objective>(QStringLiteral("objective"));
                const SearchOptions options { readStart(in, *objective, context), readRate(in), readStopping(in) };
                const std::unique_ptr<SearchMethod> method = search.makeMethod(in, *objective, context);
                setOutputs(
                    out, *objective, std::make_shared<Descent>(thalweg::search(*objective, options, *method, context)));
            },
    };
}

} // namespace thalweg
