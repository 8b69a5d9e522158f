#include "cells.h"
#include "levels.h"
#include "names.h"
#include "plots.h"
#include "swept.h"
#include "verdict.h"

#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>
#include <optional>

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

std::vector<Outcome> outcomesOf(const Swept &swept, bool steps, double tolerance)
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
        if (steps)
            outcome.value = firstIterationAtMost(lowest + tolerance * (start.cost - lowest), *run);
        else if (const DescentStep *last = lastFull(*run); last && !outcome.diverged)
            outcome.value = last->cost;
        outcome.diverged = outcome.diverged && !std::isfinite(outcome.value);
        outcomes.push_back(outcome);
    }
    return outcomes;
}

/// Where the runs stand, and what there is to draw of them.
struct Plotted {
    const Swept &swept;
    const std::vector<Outcome> &outcomes;
    std::vector<double> values; ///< by run
    QString label; ///< of the values
    bool log; ///< of the values
};

std::optional<std::size_t> bestOf(const std::vector<double> &values)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]) && (!best || values[i] < values[*best]))
            best = i;
    return best;
}

/// A star for the best run, crosses and circles for those that have no number, at `place` of the run's number.
template <class Place> void addMarks(FigureContent &content, const Plotted &plotted, const Place &place)
{
    ScatterLayer star { .marker = ScatterLayer::Marker::Star, .size = 13 };
    ScatterLayer crosses { .marker = ScatterLayer::Marker::Cross, .size = 11 };
    ScatterLayer circles { .marker = ScatterLayer::Marker::Circle, .size = 11 };
    const std::optional<std::size_t> best = bestOf(plotted.values);
    for (std::size_t i = 0; i < plotted.values.size(); ++i) {
        if (std::isfinite(plotted.values[i]) && i != best)
            continue;
        ScatterLayer &marks = i == best ? star : plotted.outcomes[i].diverged ? crosses : circles;
        const auto [x, y] = place(i);
        marks.x.push_back(x);
        marks.y.push_back(y);
    }
    // What they mean stands in the note: a legend would hide cells.
    content.layers.push_back({ .shape = std::move(crosses), .colour = 4 });
    content.layers.push_back({ .shape = std::move(circles) });
    content.layers.push_back({ .shape = std::move(star), .colour = 1 });
}

void drawLine(FigureContent &content, const Plotted &plotted)
{
    const SweptAxis &axis = plotted.swept.axes.front();
    content.x = { .label = displayName(axis.name) };
    content.y = { .label = plotted.label };
    if (axis.isLog)
        content.x.scale = FigureAxis::Scale::Log;
    if (plotted.log)
        content.y.scale = FigureAxis::Scale::Log;
    content.layers.push_back(
        { .shape = LineLayer { .x = axis.values, .y = plotted.values, .markers = true }, .colour = 0 });
    const Range range = fullRange(plotted.values);
    const double top = range.from <= range.to ? range.to : 1;
    addMarks(content, plotted, [&](std::size_t i) {
        return std::pair(axis.values[i], std::isfinite(plotted.values[i]) ? plotted.values[i] : top);
    });
}

FigureAxis cellAxis(const SweptAxis &axis, const std::vector<double> &edges)
{
    const QString name = displayName(axis.name);
    return { .label = axis.isLog ? QStringLiteral("log₁₀ %1").arg(name) : name,
        .minimum = edges.front(),
        .maximum = edges.back() };
}

void drawCells(FigureContent &content, const Plotted &plotted)
{
    const std::vector<double> x = plotted.swept.axes[0].places();
    const std::vector<double> y = plotted.swept.axes[1].places();
    const std::vector<double> xEdges = edgesAround(x);
    const std::vector<double> yEdges = edgesAround(y);
    content.x = cellAxis(plotted.swept.axes[0], xEdges);
    content.y = cellAxis(plotted.swept.axes[1], yEdges);
    HeatMapLayer map = cellMap(xEdges, yEdges, plotted.values);
    map.colourLabel = plotted.label;
    map.logColours = plotted.log;
    content.layers.push_back({ .shape = std::move(map) });
    addMarks(content, plotted, [&](std::size_t i) { return std::pair(x[i % x.size()], y[i / x.size()]); });
}

QString noteOf(const Plotted &plotted, bool steps)
{
    QStringList notes;
    if (const std::optional<std::size_t> best = bestOf(plotted.values)) {
        QStringList places;
        std::size_t rest = *best;
        for (const SweptAxis &axis : plotted.swept.axes) {
            const double value = axis.values[rest % axis.values.size()];
            places += QStringLiteral("%1 = %2").arg(displayName(axis.name), shortNumber(value));
            rest /= axis.values.size();
        }
        notes += QStringLiteral("★ %1: %2 at %3")
                     .arg(steps ? QStringLiteral("fewest steps") : QStringLiteral("lowest"),
                         shortNumber(plotted.values[*best]), places.join(QStringLiteral(", ")));
    }
    const auto any = [&](bool diverged) {
        return std::ranges::any_of(plotted.outcomes,
            [diverged](const Outcome &o) { return !std::isfinite(o.value) && o.diverged == diverged; });
    };
    if (any(true))
        notes += QStringLiteral("× diverged");
    if (any(false))
        notes += steps ? QStringLiteral("○ not within the tolerance") : QStringLiteral("○ no cost over all rows");
    return notes.join(QStringLiteral("; "));
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const bool steps = in.text(QStringLiteral("quantity")) == QLatin1String("steps");
    const Swept swept = sweptBy(descents);
    const std::vector<Outcome> outcomes = outcomesOf(swept, steps, in.number(QStringLiteral("tolerance")));
    Plotted plotted { .swept = swept,
        .outcomes = outcomes,
        .values = {},
        .label = steps ? QStringLiteral("Steps to the tolerance") : QStringLiteral("Final cost J"),
        .log = false };
    for (const Outcome &outcome : outcomes)
        plotted.values.push_back(outcome.value);
    constexpr double decade = 10; // twice as fast is much, wherever it is
    plotted.log = steps ? spansDecades(plotted.values, decade) : spansDecades(plotted.values);

    QStringList names;
    for (const SweptAxis &axis : swept.axes)
        names += displayName(axis.name);
    FigureContent content { .note = noteOf(plotted, steps) };
    content.title = titleOf(in,
        QStringLiteral("%1 by %2")
            .arg(steps ? QStringLiteral("Steps") : QStringLiteral("Final cost"), names.join(QStringLiteral(" and "))));
    if (swept.axes.size() == 1)
        drawLine(content, plotted);
    else
        drawCells(content, plotted);
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
note under the title names the best run, which is a star. Colours, and the upward axis of a line, are logarithmic where costs
span more than two decades, or steps more than one; a swept parameter is on a log axis where its values are spaced more evenly
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
