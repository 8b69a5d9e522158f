#include "names.h"
#include "plane.h"
#include "plots.h"

namespace thalweg {

namespace {

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    CostPlane plane = costPlane(in, context);
    FigureContent content = plane.content(in, QStringLiteral("Surface"));
    content.z = {
        .label = plane.label, .scale = plane.isLog ? FigureAxis::Scale::Log : FigureAxis::Scale::Linear, .parameter = {}
    };
    HeatMapLayer map { .grid = plane.grid, .colourLabel = plane.label, .logColours = plane.isLog };
    if (plane.isLog) {
        content.z.minimum = plane.leastShown;
        map.minimum = plane.leastShown;
    }
    content.view.azimuth = in.number(QStringLiteral("azimuth"));
    content.view.elevation = in.number(QStringLiteral("elevation"));
    content.layers.push_back({ .shape = SurfaceLayer { std::move(map) } });
    if (std::vector<double> levels = planeLevels(in, plane); !levels.empty())
        content.layers.push_back({ .shape = ContourLayer { .grid = plane.grid, .levels = std::move(levels) } });
    addPaths(content.layers, plane, true, context);
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

std::vector<Parameter> surfaceParameters()
{
    std::vector<Parameter> parameters = planeParameters(100);
    parameters.back() = parameters.back().help(QStringLiteral("Of the height, the colours and the lines."));
    parameters.push_back(number(QStringLiteral("azimuth"), -60)
                             .unit(QStringLiteral("°"))
                             .slider(-180, 180)
                             .help(QStringLiteral("Where the eye is, from the axis x towards the axis y.")));
    parameters.push_back(number(QStringLiteral("elevation"), 40)
                             .unit(QStringLiteral("°"))
                             .atLeast(5)
                             .atMost(90)
                             .slider(5, 90)
                             .help(QStringLiteral("How high the eye is above the floor.")));
    parameters.push_back(titleParameter());
    return parameters;
}

} // namespace

NodeType surface()
{
    return {
        .id = QStringLiteral("plots.surface"),
        .title = QStringLiteral("Surface plot"),
        .summary
        = QStringLiteral("The cost over two parameters as a surface in space, and the paths of descents on it."),
        .help = QStringLiteral(R"(
Draws z = J(θ) over two parameters x and y as a surface; all other parameters are held where the last descent ended (at
0 without one), and the note under the title says so. Each descent is a path on the surface, at the height that J has
over its steps, from its start (circle) to its place at the step cursor (star). Where the surface is between the path
and the eye, the path is hidden.

In the window a drag turns the surface, the wheel brings it nearer, and a double click puts it back; `azimuth` and
`elevation` are the view that files have. The eye is far away in the direction (cos e cos a, cos e sin a, sin e) for
azimuth a and elevation e, so that parallel edges stay parallel and heights can be compared.

Height and colours are logarithmic (`scale` `auto`) where the cost is above 0 everywhere and spans more than two
decades; the one thousandth of the surface with the lowest cost is then level, for the logarithm falls without end near a
cost of 0. Where J is not finite, the surface has a hole. Of a descent that runs away, only the part before it is ten
times as far up as at the start decides on the range. Colour alone says nothing that height does not: on a page that is
read closely, `plots.contour` shows the same cost from above, with nothing hidden.

**Example.** `costs.least-squares` of one feature → `objective`, `optimizers.gradient-descent` → `descent`.
)"),
        .parameters = surfaceParameters(),
        .inputs = objectiveAndDescents(),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
