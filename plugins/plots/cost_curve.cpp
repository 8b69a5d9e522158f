#include "names.h"
#include "plots.h"
#include "ranges.h"
#include "slice.h"
#include "traces.h"
#include "verdict.h"

#include <algorithm>

namespace thalweg {

namespace {

struct Path {
    std::vector<double> x, y;
    std::vector<std::int64_t> steps;
};

/// Where a descent was; its height is the cost over all rows, measured anew where the trace has only a batch's.
Path pathOf(const Descent &descent, Eigen::Index x, const Objective &objective, RunContext &context)
{
    Path path;
    std::vector<std::size_t> toMeasure; // places in the path
    const std::vector<std::size_t> shown = shownSteps(descent, 2000);
    Eigen::MatrixXd thetas(descent.dimension(), static_cast<Eigen::Index>(shown.size()));
    for (std::size_t step : shown) {
        if (!descent.steps()[step].full) {
            thetas.col(static_cast<Eigen::Index>(toMeasure.size())) = descent.theta(step);
            toMeasure.push_back(path.x.size());
        }
        path.x.push_back(descent.theta(step)[x]);
        path.y.push_back(descent.steps()[step].cost);
        path.steps.push_back(descent.steps()[step].iteration);
    }
    if (!toMeasure.empty()) {
        const std::vector<double> costs
            = evaluatePoints(objective, thetas.leftCols(static_cast<Eigen::Index>(toMeasure.size())), context);
        for (std::size_t i = 0; i < costs.size(); ++i)
            path.y[toMeasure[i]] = costs[i];
    }
    return path;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto objective = in.value<Objective>(QStringLiteral("objective"));
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const QStringList &names = objective->parameterNames();
    checkSameParameters(names, descents);
    const Eigen::Index x = parameterPlace(in, QStringLiteral("parameter"), names, 0);

    std::vector<double> points;
    std::vector<double> best;
    for (const auto &[label, descent] : descents) {
        for (std::size_t step : shownSteps(*descent))
            points.push_back(descent->theta(step)[x]);
        best.push_back(descent->theta(descent->bestStep())[x]);
    }
    const Range range = rangeOf(in, QStringLiteral("from"), QStringLiteral("to"), valleyAround(points, best));
    const Eigen::VectorXd held = heldAt(objective->dimension(), descents);
    std::vector<double> xs = evenlySpaced(range, static_cast<std::size_t>(in.integer(QStringLiteral("points"))));
    std::vector<double> costs = evaluateLine(*objective, held, x, xs, context);

    const QString label = costLabel({ names[x] });
    const double room = 0.03 * range.span(); // for marks at the ends
    FigureContent content { .title = titleOf(in, QStringLiteral("Cost along %1").arg(displayName(names[x]))),
        .x = { .label = displayName(names[x]),
            .minimum = range.from - room,
            .maximum = range.to + room,
            .parameter = names[x] },
        .y = { .label = label } };
    QStringList notes = verdictNotes(descents);
    if (const QString note = heldNote(names, held, { x }); !note.isEmpty())
        notes += QStringLiteral("at %1").arg(note);
    content.note = notes.join(QStringLiteral("; "));
    content.layers.push_back({ .label = descents.empty() ? QString() : label,
        .shape = LineLayer { .x = std::move(xs), .y = std::move(costs) },
        .colour = descents.empty() ? 0 : -1,
        .ownColour = in.json(QStringLiteral("colour")).toString() });
    for (std::size_t i = 0; i < descents.size(); ++i) {
        Path path = pathOf(*descents[i].value, x, *objective, context);
        const QString name = descents[i].label.isEmpty() ? QStringLiteral("descent") : descents[i].label;
        // Thin, since the chords from step to step are not the curve: it is the points that count.
        constexpr double width = 0.7;
        addPath(content.layers, name, static_cast<int>(i), std::move(path.x), std::move(path.y), std::move(path.steps),
            width, descents.size() == 1, epochsAStep(*descents[i].value));
    }
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType costCurve()
{
    return {
        .id = QStringLiteral("plots.cost-curve"),
        .title = QStringLiteral("Cost curve"),
        .summary = QStringLiteral("The cost over one parameter, and the descents that went down it."),
        .help = QStringLiteral(R"(
Draws J over one parameter θᵢ; the other parameters are held where the last descent ended (at 0 without one), and the
note under the title says so. Of a single descent it gives the verdict, too, as in `plots.compare`.

Each descent is a line through its points (θᵢ, J(θ)) with its start (circle) and its place at the step cursor (star).
With several parameters the points lie above the curve until the others have come to where they are held. Of a
stochastic descent the points stand at the cost over all rows. Of a descent that runs away, only the part before it is
ten times as far up as at the start is taken into account.

**Example.** `costs.formula` with `(theta - 5)^2` → `objective`, `optimizers.gradient-descent` → `descent`,
`from` 0, `to` 11.
)"),
        .parameters = { text(QStringLiteral("parameter"))
                            .namesFrom(QStringLiteral("objective"))
                            .help(QStringLiteral("Name of the parameter on the horizontal axis; empty: the first.")),
            number(QStringLiteral("from"))
                .optional()
                .help(QStringLiteral("Left end; open: such that the descents and their valley are seen.")),
            number(QStringLiteral("to")).optional().help(QStringLiteral("Right end; open: as for from.")),
            integer(QStringLiteral("points"), 300)
                .atLeast(2)
                .atMost(100000)
                .logSlider(10, 10000)
                .help(QStringLiteral("How many points the curve is computed at.")),
            colour(QStringLiteral("colour"))
                .help(QStringLiteral(
                    "Of the curve; open: the colour of text, or without descents the first of the palette.")),
            titleParameter() },
        .inputs = objectiveAndDescents(),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
