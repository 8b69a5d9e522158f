#include "names.h"
#include "plane.h"
#include "plots.h"

namespace thalweg {

namespace {

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const CostPlane plane = costPlane(in, context);
    FigureContent content = plane.content(in, QStringLiteral("Contours"));
    HeatMapLayer map { .grid = plane.grid, .colourLabel = plane.label, .logColours = plane.isLog };
    if (plane.isLog)
        map.minimum = plane.leastShown;
    content.layers.push_back({ .shape = std::move(map) });
    if (std::vector<double> levels = planeLevels(in, plane); !levels.empty())
        content.layers.push_back({ .shape = ContourLayer { .grid = plane.grid, .levels = std::move(levels) } });
    addPaths(content.layers, plane, false, context);
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

std::vector<Parameter> contourParameters()
{
    std::vector<Parameter> parameters = planeParameters(150);
    parameters.back() = parameters.back().help(QStringLiteral("Of the colours and lines."));
    parameters.push_back(titleParameter());
    return parameters;
}

} // namespace

NodeType contour()
{
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
        .parameters = contourParameters(),
        .inputs = objectiveAndDescents(),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
