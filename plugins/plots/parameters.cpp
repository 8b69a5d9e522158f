#include "names.h"
#include "plots.h"
#include "series.h"
#include "verdict.h"

#include <algorithm>
#include <numeric>

namespace thalweg {

namespace {

/// From its least to its greatest value over these steps.
double wayOf(const Descent &descent, Eigen::Index parameter, const std::vector<std::size_t> &steps)
{
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (std::size_t step : steps) {
        least = std::min(least, descent.theta(step)[parameter]);
        greatest = std::max(greatest, descent.theta(step)[parameter]);
    }
    return greatest - least;
}

/// The `most` parameters that move furthest, in their own order; of equals the first.
std::vector<Eigen::Index> furthest(const Descent &descent, const std::vector<std::size_t> &steps, std::size_t most)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(descent.dimension()));
    std::iota(order.begin(), order.end(), 0);
    if (order.size() <= most)
        return order;
    std::vector<double> ways;
    for (Eigen::Index parameter : order)
        ways.push_back(wayOf(descent, parameter, steps));
    std::ranges::stable_sort(
        order, std::greater(), [&ways](Eigen::Index parameter) { return ways[static_cast<std::size_t>(parameter)]; });
    order.resize(most);
    std::ranges::sort(order);
    return order;
}

std::vector<Eigen::Index> named(const QStringList &asked, const Descent &descent)
{
    std::vector<Eigen::Index> places;
    for (const QString &name : asked) {
        try {
            places.push_back(placeOf(name, descent.parameterNames(), QStringLiteral("parameter of the descent")));
        } catch (const Error &error) {
            throw error.at(QStringLiteral("parameter parameters"));
        }
    }
    return places;
}

Layer lineOf(
    const Descent &descent, Eigen::Index parameter, const std::vector<std::size_t> &steps, const QString &against)
{
    LineLayer line;
    Layer layer { .follow = Follow::UpTo, .epochsAStep = epochsAStep(descent) };
    for (std::size_t step : steps) {
        line.x.push_back(placeOfStep(descent.steps()[step], against));
        line.y.push_back(descent.theta(step)[parameter]);
        layer.steps.push_back(descent.steps()[step].iteration);
    }
    constexpr std::size_t fewEnoughForDots = 30;
    line.markers = steps.size() <= fewEnoughForDots;
    layer.shape = std::move(line);
    return layer;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto descent = in.value<Descent>(QStringLiteral("descent"));
    const QString against = in.text(QStringLiteral("against"));
    const QStringList asked = in.names(QStringLiteral("parameters"));
    const std::vector<std::size_t> steps = shownSteps(*descent);
    const std::vector<Eigen::Index> shown = asked.isEmpty()
        ? furthest(*descent, steps, static_cast<std::size_t>(in.integer(QStringLiteral("most"))))
        : named(asked, *descent);
    const bool alone = shown.size() == 1;
    const auto nameOf = [&](Eigen::Index parameter) { return displayName(descent->parameterNames()[parameter]); };

    FigureContent content { .title
        = titleOf(in,
            QStringLiteral("%1 by %2")
                .arg(alone ? nameOf(shown.front()) : QStringLiteral("Parameters"), axisName(against).toLower())),
        .x = { .label = axisLabel(against) },
        .y = { .label = alone ? nameOf(shown.front()) : QStringLiteral("Parameter θᵢ") } };
    if (in.text(QStringLiteral("scale")) == QLatin1String("log"))
        content.y.scale = FigureAxis::Scale::Log;

    bool leavesGaps = false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        checkStop(context);
        Layer layer = lineOf(*descent, shown[i], steps, against);
        layer.label = alone ? QString() : nameOf(shown[i]);
        layer.colour = static_cast<int>(i);
        leavesGaps |= std::ranges::any_of(std::get<LineLayer>(layer.shape).y, [](double y) { return y <= 0; });
        content.layers.push_back(std::move(layer));
    }

    QStringList notes { verdict(*descent).text() };
    if (asked.isEmpty() && static_cast<Eigen::Index>(shown.size()) < descent->dimension())
        notes
            += QStringLiteral("the %1 of %2 parameters that move furthest").arg(shown.size()).arg(descent->dimension());
    if (steps.back() + 1 < descent->steps().size())
        notes += QStringLiteral("the run leaves the plot after iteration %1")
                     .arg(descent->steps()[steps.back()].iteration);
    if (leavesGaps && content.y.scale == FigureAxis::Scale::Log)
        notes += QStringLiteral("gaps where a parameter is not above 0");
    content.note = notes.join(QStringLiteral("; "));
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType parametersPlot()
{
    return {
        .id = QStringLiteral("plots.parameters"),
        .title = QStringLiteral("Parameters"),
        .summary = QStringLiteral("The parameters of a descent as they went on, one line each."),
        .help = QStringLiteral(R"(
Draws θᵢ at each recorded step against how far the run had come: iterations, epochs (rows read / rows there are),
evaluations of J and ∇J, or seconds. Lines grow with the step cursor.

- Of more parameters than `most`, those are shown that move furthest, by maxₖ θᵢ − minₖ θᵢ over the steps k; the note
  under the title says so. `parameters` names others.
- On a log axis a value that is not above 0 is a gap.
- Of a descent that runs away, only the part before it is ten times as far up as at the start is drawn. Of more than
  5,000 steps every so manieth is.

The note begins with what became of the run, judged as in `plots.compare`.

Features that were standardized have weights that can be compared with each other: the longest way is then the feature
that matters most.

**Example.** `optimizers.gradient-descent` on `costs.logistic` → `descent`, everything else as it is.
)"),
        .parameters = { names(QStringLiteral("parameters"))
                            .namesFrom(QStringLiteral("descent"))
                            .help(QStringLiteral("Those to be drawn, by name; empty: those that move furthest.")),
            integer(QStringLiteral("most"), 8)
                .atLeast(1)
                .atMost(100)
                .slider(1, 20)
                .help(QStringLiteral("At most so many lines, where parameters names none.")),
            againstParameter(),
            choice(
                QStringLiteral("scale"), { QStringLiteral("linear"), QStringLiteral("log") }, QStringLiteral("linear"))
                .help(QStringLiteral("The upward axis.")),
            titleParameter() },
        .inputs = { input<Descent>(QStringLiteral("descent")).help(QStringLiteral("The run to be drawn.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
