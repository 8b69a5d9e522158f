#include "names.h"
#include "plots.h"
#include "series.h"
#include "verdict.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

/// The top of the plot where some run leaves it: those that came down, and all starts, stay in sight.
double ceilingOf(const Descents &descents, const std::vector<Verdict> &verdicts, bool log)
{
    double greatest = -std::numeric_limits<double>::infinity();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < descents.size(); ++i) {
        for (const DescentStep &step : descents[i].value->steps()) {
            if (verdicts[i] == Verdict::Diverged && step.iteration > 0)
                continue;
            greatest = std::max(greatest, step.cost);
            least = std::min(least, step.cost);
        }
    }
    // Room to see how steeply it leaves.
    if (log)
        return greatest * std::max(10.0, std::pow(greatest / least, 0.2));
    return greatest + std::max(0.5 * (greatest - least), 0.5 * std::abs(greatest));
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const QString quantity = QStringLiteral("cost");
    const QString against = in.text(QStringLiteral("against"));
    std::vector<Verdict> verdicts;
    std::vector<Layer> lines;
    for (std::size_t i = 0; i < descents.size(); ++i) {
        const Descent &descent = *descents[i].value;
        verdicts.push_back(verdict(descent));
        const auto full = std::ranges::count_if(descent.steps(), &DescentStep::full);
        lines.push_back(
            seriesLayer(descent, quantity, against, full > 1 ? Rows::All : Rows::Either, static_cast<int>(i)));
        const QString name = descents[i].label.isEmpty() ? QStringLiteral("run %1").arg(i + 1) : descents[i].label;
        lines.back().label = QStringLiteral("%1: %2").arg(name, verdictText(verdicts.back()));
    }

    FigureContent content { .title = titleOf(in, QStringLiteral("Cost of each run")),
        .x = { .label = axisLabel(against) },
        .y = { .label = quantityLabel(quantity), .scale = scaleOf(in.text(QStringLiteral("scale")), lines) } };
    const double ceiling = ceilingOf(descents, verdicts, content.y.scale == FigureAxis::Scale::Log);
    const bool leaves = std::ranges::any_of(lines, [&](const Layer &layer) {
        return std::ranges::any_of(
            std::get<LineLayer>(layer.shape).y, [ceiling](double cost) { return cost > ceiling; });
    });
    if (leaves && std::isfinite(ceiling)) {
        content.y.maximum = ceiling;
        content.note = QStringLiteral("a run that diverges leaves the plot at the top");
    }
    content.layers = std::move(lines);
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType compare()
{
    return {
        .id = QStringLiteral("plots.compare"),
        .title = QStringLiteral("Compare runs"),
        .summary = QStringLiteral("The costs of several runs side by side, and what became of each."),
        .help = QStringLiteral(R"(
Draws the cost of every descent that arrives, in the order in which they come; a sweep arrives whole, and its runs are
called by what was swept: `rate = 0.1`. The legend says what became of each, judged by the steps at which cost and
gradient are over all rows, in this order:

- **diverged**: cost or gradient became infinite or undefined, or the last cost is above the first;
- **converged**: one of the descent's own tests (gradient, cost, target) was met, or ‖∇J‖∞ ended at a hundredth
  of what it was at the start, or less;
- **oscillating**: in the second half of the run most steps went back on the one before:
  (θₖ₊₁ − θₖ)·(θₖ − θₖ₋₁) < 0;
- **creeping**: none of these: it was still on its way when it ended.

A run that diverges leaves the plot at the top, so that the others stay readable.

**Example.** `sources.range` with `values` 0.01, 0.1, 1.1 → `rate` of `optimizers.gradient-descent` → `descent`.
)"),
        .parameters = { choice(QStringLiteral("against"),
                            { QStringLiteral("iteration"), QStringLiteral("epoch"), QStringLiteral("evaluations"),
                                QStringLiteral("seconds") },
                            QStringLiteral("iteration"))
                            .help(QStringLiteral("What runs to the right.")),
            scaleParameter(), titleParameter() },
        .inputs = { input<Descent>(QStringLiteral("descent")).many().help(QStringLiteral("The runs to compare.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
