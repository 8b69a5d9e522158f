#include "levels.h"
#include "names.h"
#include "plots.h"
#include "ranges.h"
#include "slice.h"
#include "traces.h"

namespace thalweg {

namespace {

/// What the paths cover along one parameter.
Range rangeAlong(const Descents &descents, qsizetype parameter)
{
    std::vector<double> points;
    std::vector<double> best;
    for (const auto &[label, descent] : descents) {
        for (std::size_t step : shownSteps(*descent))
            points.push_back(descent->theta(step)[parameter]);
        best.push_back(descent->theta(descent->bestStep())[parameter]);
    }
    return valleyAround(points, best);
}

bool logColours(const QString &scale, const std::vector<double> &costs)
{
    if (scale == QLatin1String("linear"))
        return false;
    if (scale == QLatin1String("auto"))
        return spansDecades(costs);
    for (double cost : costs)
        if (cost <= 0)
            throw Error(QStringLiteral("log needs a cost above 0 everywhere; use auto or linear"))
                .at(QStringLiteral("parameter scale"));
    return true;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto objective = in.value<Objective>(QStringLiteral("objective"));
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const QStringList &names = objective->parameterNames();
    if (names.size() < 2)
        throw Error(QStringLiteral(
                        "needs an objective of two parameters or more, but this one has %1; plots.cost-curve draws it")
                        .arg(names.size()))
            .at(QStringLiteral("port objective"));
    checkSameParameters(names, descents);
    const QString asked = in.text(QStringLiteral("y")).trimmed();
    const qsizetype x = parameterPlace(in, QStringLiteral("x"), names, names.indexOf(asked) == 0 ? 1 : 0);
    const qsizetype y = parameterPlace(in, QStringLiteral("y"), names, x == 1 ? 0 : 1);
    if (x == y)
        throw Error(QStringLiteral("must be another parameter than x (%1)").arg(names[x]))
            .at(QStringLiteral("parameter y"));

    const Range across = rangeOf(in, QStringLiteral("x_from"), QStringLiteral("x_to"), rangeAlong(descents, x));
    const Range up = rangeOf(in, QStringLiteral("y_from"), QStringLiteral("y_to"), rangeAlong(descents, y));
    const auto resolution = static_cast<std::size_t>(in.integer(QStringLiteral("resolution")));
    Grid grid { .x = evenlySpaced(across, resolution), .y = evenlySpaced(up, resolution) };
    const Eigen::VectorXd held = heldAt(objective->dimension(), descents);
    grid.z = evaluateGrid(*objective, held, x, grid.x, y, grid.y, context);
    const bool log = logColours(in.text(QStringLiteral("scale")), grid.z);

    const QString label = costLabel({ names[x], names[y] });
    FigureContent content { .title = titleOf(in, QStringLiteral("Contours of %1").arg(label)),
        .x = { .label = displayName(names[x]), .minimum = across.from, .maximum = across.to },
        .y = { .label = displayName(names[y]), .minimum = up.from, .maximum = up.to } };
    if (const QString note = heldNote(names, held, { x, y }); !note.isEmpty())
        content.note = QStringLiteral("at %1").arg(note);
    const Range costs = log ? logRange(grid.z) : fullRange(grid.z);
    std::vector<double> levels = contourLevels(costs, static_cast<int>(in.integer(QStringLiteral("levels"))), log);
    HeatMapLayer map { .grid = grid, .colourLabel = label, .logColours = log };
    if (log)
        map.minimum = costs.from;
    content.layers.push_back({ .shape = std::move(map) });
    if (!levels.empty())
        content.layers.push_back({ .shape = ContourLayer { .grid = std::move(grid), .levels = std::move(levels) } });
    for (std::size_t i = 0; i < descents.size(); ++i) {
        const Descent &descent = *descents[i].value;
        std::vector<double> xs;
        std::vector<double> ys;
        std::vector<std::int64_t> steps;
        for (std::size_t step : shownSteps(descent)) {
            xs.push_back(descent.theta(step)[x]);
            ys.push_back(descent.theta(step)[y]);
            steps.push_back(descent.steps()[step].iteration);
        }
        addPath(content.layers, descents[i].label, static_cast<int>(i), std::move(xs), std::move(ys), std::move(steps),
            1.6, descents.size() == 1);
    }
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType contour()
{
    const auto end = [](const char *name, const char *help) {
        return number(QString::fromLatin1(name)).optional().help(QString::fromUtf8(help));
    };
    return {
        .id = QStringLiteral("plots.contour"),
        .title = QStringLiteral("Contour plot"),
        .summary = QStringLiteral("The cost over two parameters as a map, and the paths of descents on it."),
        .help = QStringLiteral(R"(
Draws J over two parameters as colours with lines of equal cost; all other parameters are held where the last descent
ended (at 0 without one), and the note under the title says so. Each descent is a path from its start (circle) to its
place at the step cursor (star).

Colours and lines are logarithmic (`scale` `auto`) where the cost is above 0 everywhere and spans more than two decades;
the one
thousandth of the map with the lowest cost then has one colour, for the logarithm falls without end near a cost of 0. Of a descent that runs away, only the part before it is ten
times as far up as at the start decides on the range.

**Example.** `costs.test-function` `rosenbrock` → `objective`, `optimizers.momentum` → `descent`.
)"),
        .parameters = { text(QStringLiteral("x"))
                            .namesFrom(QStringLiteral("objective"))
                            .help(QStringLiteral("Name of the parameter that runs to the right; empty: the first.")),
            text(QStringLiteral("y"))
                .namesFrom(QStringLiteral("objective"))
                .help(QStringLiteral("Name of the one that runs up; empty: the second.")),
            end("x_from", "Left end; open: such that the paths are seen with a margin."),
            end("x_to", "Right end; open: as for x_from."), end("y_from", "Lower end; open: as for x_from."),
            end("y_to", "Upper end; open: as for x_from."),
            integer(QStringLiteral("resolution"), 150)
                .atLeast(2)
                .atMost(2000)
                .logSlider(20, 1000)
                .help(QStringLiteral("Points along each side at which the cost is computed.")),
            integer(QStringLiteral("levels"), 15)
                .atLeast(0)
                .atMost(200)
                .slider(0, 50)
                .help(QStringLiteral("At most so many lines of equal cost.")),
            choice(QStringLiteral("scale"), { QStringLiteral("auto"), QStringLiteral("linear"), QStringLiteral("log") },
                QStringLiteral("auto"))
                .help(QStringLiteral("Of the colours and lines.")),
            titleParameter() },
        .inputs = objectiveAndDescents(),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .run = run,
    };
}

} // namespace thalweg
