#include "plane.h"

#include "levels.h"
#include "names.h"
#include "slice.h"

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

bool isLog(const QString &scale, const std::vector<double> &costs)
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

} // namespace

FigureContent CostPlane::content(const Inputs &in, const QString &kind) const
{
    const QStringList &names = objective->parameterNames();
    const auto axis = [&](qsizetype parameter, const std::vector<double> &ends) {
        return FigureAxis { .label = displayName(names[parameter]),
            .minimum = ends.front(),
            .maximum = ends.back(),
            .parameter = names[parameter] };
    };
    FigureContent content {
        .title = titleOf(in, QStringLiteral("%1 of %2").arg(kind, label)), .x = axis(x, grid.x), .y = axis(y, grid.y)
    };
    if (const QString note = heldNote(names, held, { x, y }); !note.isEmpty())
        content.note = QStringLiteral("at %1").arg(note);
    return content;
}

std::vector<Parameter> planeParameters(int resolution)
{
    const auto end = [](const char *name, const char *help) {
        return number(QString::fromLatin1(name)).optional().help(QString::fromUtf8(help));
    };
    return { text(QStringLiteral("x"))
                 .namesFrom(QStringLiteral("objective"))
                 .help(QStringLiteral("Name of the parameter that runs to the right; empty: the first.")),
        text(QStringLiteral("y"))
            .namesFrom(QStringLiteral("objective"))
            .help(QStringLiteral("Name of the one that runs up; empty: the second.")),
        end("x_from", "Left end; open: such that the paths are seen with a margin."),
        end("x_to", "Right end; open: as for x_from."), end("y_from", "Lower end; open: as for x_from."),
        end("y_to", "Upper end; open: as for x_from."),
        integer(QStringLiteral("resolution"), resolution)
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
            QStringLiteral("auto")) };
}

CostPlane costPlane(const Inputs &in, RunContext &context)
{
    CostPlane plane { .objective = in.value<Objective>(QStringLiteral("objective")),
        .descents = in.all<Descent>(QStringLiteral("descent")) };
    const QStringList &names = plane.objective->parameterNames();
    if (names.size() < 2)
        throw Error(QStringLiteral(
                        "needs an objective of two parameters or more, but this one has %1; plots.cost-curve draws it")
                        .arg(names.size()))
            .at(QStringLiteral("port objective"));
    checkSameParameters(names, plane.descents);
    const QString asked = in.text(QStringLiteral("y")).trimmed();
    plane.x = parameterPlace(in, QStringLiteral("x"), names, names.indexOf(asked) == 0 ? 1 : 0);
    plane.y = parameterPlace(in, QStringLiteral("y"), names, plane.x == 1 ? 0 : 1);
    if (plane.x == plane.y)
        throw Error(QStringLiteral("must be another parameter than x (%1)").arg(names[plane.x]))
            .at(QStringLiteral("parameter y"));

    const Range across
        = rangeOf(in, QStringLiteral("x_from"), QStringLiteral("x_to"), rangeAlong(plane.descents, plane.x));
    const Range up = rangeOf(in, QStringLiteral("y_from"), QStringLiteral("y_to"), rangeAlong(plane.descents, plane.y));
    const auto resolution = static_cast<std::size_t>(in.integer(QStringLiteral("resolution")));
    plane.grid = { .x = evenlySpaced(across, resolution), .y = evenlySpaced(up, resolution) };
    plane.held = heldAt(plane.objective->dimension(), plane.descents);
    plane.grid.z = evaluateGrid(*plane.objective, plane.held, plane.x, plane.grid.x, plane.y, plane.grid.y, context);
    plane.isLog = isLog(in.text(QStringLiteral("scale")), plane.grid.z);
    const Range costs = plane.isLog ? logRange(plane.grid.z) : fullRange(plane.grid.z);
    plane.leastShown = costs.from;
    plane.greatest = costs.to;
    plane.label = costLabel({ names[plane.x], names[plane.y] });
    return plane;
}

std::vector<double> planeLevels(const Inputs &in, const CostPlane &plane)
{
    return contourLevels(
        { plane.leastShown, plane.greatest }, static_cast<int>(in.integer(QStringLiteral("levels"))), plane.isLog);
}

void addPaths(std::vector<Layer> &layers, const CostPlane &plane, bool heights, RunContext &context)
{
    for (std::size_t i = 0; i < plane.descents.size(); ++i) {
        const Descent &descent = *plane.descents[i].value;
        std::vector<double> xs;
        std::vector<double> ys;
        std::vector<std::int64_t> steps;
        for (std::size_t step : shownSteps(descent)) {
            xs.push_back(descent.theta(step)[plane.x]);
            ys.push_back(descent.theta(step)[plane.y]);
            steps.push_back(descent.steps()[step].iteration);
        }
        std::vector<double> zs;
        if (heights) {
            Eigen::MatrixXd thetas = plane.held.replicate(1, static_cast<Eigen::Index>(xs.size()));
            thetas.row(plane.x) = Eigen::Map<const Eigen::RowVectorXd>(xs.data(), thetas.cols());
            thetas.row(plane.y) = Eigen::Map<const Eigen::RowVectorXd>(ys.data(), thetas.cols());
            zs = evaluatePoints(*plane.objective, thetas, context);
        }
        addPath(layers, plane.descents[i].label, static_cast<int>(i), std::move(xs), std::move(ys), std::move(steps),
            heights ? 2 : 1.6, plane.descents.size() == 1, epochsAStep(descent), std::move(zs));
    }
}

} // namespace thalweg
