#include "cells.h"
#include "levels.h"
#include "names.h"
#include "plots.h"
#include "swept.h"
#include "verdict.h"

#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// What is drawn of each run; not a number where it diverged or never came to the tolerance.
struct Outcome {
    double value = none;
    bool diverged = false;
};

const DescentStep *lastFull(const Descent &descent)
{
    const auto &steps = descent.steps();
    const auto found = std::find_if(steps.rbegin(), steps.rend(), [](const DescentStep &step) { return step.full; });
    return found == steps.rend() ? nullptr : &*found;
}

double firstIterationAtMost(double cost, const Descent &descent)
{
    for (const DescentStep &step : descent.steps())
        if (step.full && step.cost <= cost)
            return static_cast<double>(step.iteration);
    return none;
}

std::vector<Outcome> outcomesOf(const Swept &swept, const QString &quantity, double tolerance)
{
    double lowest = std::numeric_limits<double>::infinity();
    for (const Descent *run : swept.runs)
        for (const DescentStep &step : run->steps())
            if (step.full)
                lowest = std::min(lowest, step.cost);
    std::vector<Outcome> outcomes;
    for (const Descent *run : swept.runs) {
        Outcome outcome { .diverged = verdict(*run).kind == Verdict::Kind::Diverged };
        const DescentStep &start = run->steps().front();
        if (quantity == QLatin1String("steps"))
            outcome.value = firstIterationAtMost(lowest + tolerance * (start.cost - lowest), *run);
        else if (const DescentStep *last = lastFull(*run); last && !outcome.diverged)
            outcome.value = last->cost;
        outcome.diverged = outcome.diverged && !std::isfinite(outcome.value);
        outcomes.push_back(outcome);
    }
    return outcomes;
}

FigureAxis axisOf(const SweptAxis &axis)
{
    const QString name = displayName(axis.name);
    return { .label = axis.isLog ? QStringLiteral("log₁₀ %1").arg(name) : name };
}

/// Crosses and circles for the runs that have no number, at `place` of the run's number.
template <class Place>
void addMarks(FigureContent &content, const std::vector<Outcome> &outcomes, const QString &quantity, const Place &place)
{
    for (const bool diverged : { true, false }) {
        ScatterLayer marks { .marker = diverged ? ScatterLayer::Marker::Cross : ScatterLayer::Marker::Circle,
            .size = 11 };
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (std::isfinite(outcomes[i].value) || outcomes[i].diverged != diverged)
                continue;
            const auto [x, y] = place(i);
            marks.x.push_back(x);
            marks.y.push_back(y);
        }
        if (!marks.x.empty())
            content.layers.push_back({ .label = diverged ? QStringLiteral("diverged")
                    : quantity == QLatin1String("steps") ? QStringLiteral("not within the tolerance")
                                                         : QStringLiteral("no cost over all rows"),
                .shape = std::move(marks),
                .colour = diverged ? 4 : -1 });
    }
}

void drawLine(FigureContent &content, const Swept &swept, const std::vector<Outcome> &outcomes, const QString &quantity,
    const std::vector<double> &values, const QString &label, bool log)
{
    const SweptAxis &axis = swept.axes.front();
    content.x = { .label = displayName(axis.name) };
    content.y = { .label = label };
    if (axis.isLog)
        content.x.scale = FigureAxis::Scale::Log;
    if (log)
        content.y.scale = FigureAxis::Scale::Log;
    content.layers.push_back({ .shape = LineLayer { .x = axis.values, .y = values, .markers = true }, .colour = 0 });
    double top = -std::numeric_limits<double>::infinity();
    for (double value : values)
        if (std::isfinite(value))
            top = std::max(top, value);
    addMarks(content, outcomes, quantity,
        [&](std::size_t i) { return std::pair(axis.values[i], std::isfinite(top) ? top : 0); });
}

void drawMap(FigureContent &content, const Swept &swept, const std::vector<Outcome> &outcomes, const QString &quantity,
    const std::vector<double> &values, const QString &label, bool log)
{
    const std::vector<double> x = swept.axes[0].places();
    const std::vector<double> y = swept.axes[1].places();
    const std::vector<double> xEdges = edgesAround(x);
    const std::vector<double> yEdges = edgesAround(y);
    content.x = axisOf(swept.axes[0]);
    content.y = axisOf(swept.axes[1]);
    content.x.minimum = xEdges.front();
    content.x.maximum = xEdges.back();
    content.y.minimum = yEdges.front();
    content.y.maximum = yEdges.back();
    HeatMapLayer map = cellMap(xEdges, yEdges, values);
    map.colourLabel = label;
    map.logColours = log;
    content.layers.push_back({ .shape = std::move(map) });
    const auto place = [&](std::size_t i) { return std::pair(x[i % x.size()], y[i / x.size()]); };
    addMarks(content, outcomes, quantity, place);
    const auto best = std::ranges::min_element(values, {},
        [](double value) { return std::isfinite(value) ? value : std::numeric_limits<double>::infinity(); });
    if (!std::isfinite(*best))
        return;
    const auto [bestX, bestY] = place(static_cast<std::size_t>(best - values.begin()));
    content.layers.push_back({ .label = QStringLiteral("lowest"),
        .shape = ScatterLayer { .x = { bestX }, .y = { bestY }, .marker = ScatterLayer::Marker::Star, .size = 13 },
        .colour = 1 });
}

QString bestNote(const Swept &swept, const std::vector<double> &values, const QString &quantity)
{
    std::size_t best = values.size();
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]) && (best == values.size() || values[i] < values[best]))
            best = i;
    if (best == values.size())
        return QStringLiteral("no run came through");
    QStringList places;
    std::size_t rest = best;
    for (const SweptAxis &axis : swept.axes) {
        places += QStringLiteral("%1 = %2").arg(
            displayName(axis.name), shortNumber(axis.values[rest % axis.values.size()]));
        rest /= axis.values.size();
    }
    const QString where = places.join(QStringLiteral(", "));
    return quantity == QLatin1String("steps")
        ? QStringLiteral("fewest steps: %1 at %2").arg(shortNumber(values[best]), where)
        : QStringLiteral("lowest: %1 at %2").arg(shortNumber(values[best]), where);
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const QString quantity = in.text(QStringLiteral("quantity"));
    const Swept swept = sweptBy(descents);
    const std::vector<Outcome> outcomes = outcomesOf(swept, quantity, in.number(QStringLiteral("tolerance")));
    std::vector<double> values;
    for (const Outcome &outcome : outcomes)
        values.push_back(outcome.value);
    const bool log = spansDecades(values);
    const bool steps = quantity == QLatin1String("steps");
    const QString label = steps ? QStringLiteral("Steps to the tolerance") : QStringLiteral("Final cost J");

    QStringList names;
    for (const SweptAxis &axis : swept.axes)
        names += displayName(axis.name);
    FigureContent content { .note = bestNote(swept, values, quantity) };
    content.title = titleOf(in,
        QStringLiteral("%1 by %2")
            .arg(steps ? QStringLiteral("Steps") : QStringLiteral("Final cost"), names.join(QStringLiteral(" and "))));
    (swept.axes.size() == 1 ? drawLine : drawMap)(content, swept, outcomes, quantity, values, label, log);
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType sweepPlot()
{
    return {
        .id = QStringLiteral("plots.sweep"),
        .title = QStringLiteral("Sweep"),
        .summary
        = QStringLiteral("What became of the runs of a sweep, over the one or two parameters that were swept."),
        .help = QStringLiteral(R"(
Draws one number of each run over the swept parameters: a line where one was swept, cells of colour where two were. The
list's axes become those of the plot, in the list's order (by name).

- `cost`: the last cost that was measured over all rows;
- `steps`: the first iteration k with Jₖ − J* ≤ `tolerance` · (J₀ − J*), J₀ the run's cost at its start and J* the lowest
  cost of all runs: how fast each came to where the best one came.

A run that diverged, by the rules of `plots.compare`, is a cross, one that never came within the tolerance a circle. The
note under the title names the best run, a star among the cells. Colours, and the upward axis of a line, are logarithmic
where the numbers span more than two decades; a swept parameter is on a log axis where its values are spaced more evenly
so (of cells, its decimal logarithm is drawn).

**Example.** `sources.range` with `spacing` `log` → `rate`, another → `momentum` of `optimizers.momentum` → `descent`.
)"),
        .parameters = { choice(QStringLiteral("quantity"), { QStringLiteral("cost"), QStringLiteral("steps") },
                            QStringLiteral("cost"))
                            .help(QStringLiteral("What is drawn of each run.")),
            number(QStringLiteral("tolerance"), 0.01)
                .atLeast(0)
                .below(1)
                .logSlider(1e-8, 0.5)
                .help(QStringLiteral("For steps: the part of the way down that may be left.")),
            titleParameter() },
        .inputs = { input<Descent>(QStringLiteral("descent"))
                        .many()
                        .help(QStringLiteral("The runs of one sweep, as a list.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
