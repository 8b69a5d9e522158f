#include "limit_note.h"
#include "names.h"
#include "plots.h"
#include "series.h"

#include <algorithm>

namespace thalweg {

namespace {

/// A label that may be empty, with a word on which of two lines it is.
QString which(const QString &label, const QString &line)
{
    return label.isEmpty() ? line : QStringLiteral("%1, %2").arg(label, line);
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const Descents descents = in.all<Descent>(QStringLiteral("descent"));
    const QString quantity = in.text(QStringLiteral("quantity"));
    const QString against = in.text(QStringLiteral("against"));

    std::vector<Layer> faint;
    std::vector<Layer> main;
    for (std::size_t i = 0; i < descents.size(); ++i) {
        const Descent &descent = *descents[i].value;
        const auto colour = static_cast<int>(i);
        const bool named = descents.size() > 1;
        const QString label = named ? descents[i].label : QString();
        // A rate belongs to the update, whatever rows it read.
        const bool batches = quantity != QLatin1String("rate")
            && std::ranges::any_of(descent.steps(), [](const DescentStep &step) { return !step.full; });
        if (batches) {
            faint.push_back(seriesLayer(descent, quantity, against, Rows::Batch, colour));
            faint.back().label = named ? QString() : which(label, QStringLiteral("one batch"));
        }
        main.push_back(seriesLayer(descent, quantity, against, batches ? Rows::All : Rows::Either, colour));
        main.back().label = batches ? which(label, QStringLiteral("all rows")) : label;
    }

    FigureContent content { .title
        = titleOf(in, QStringLiteral("%1 by %2").arg(quantityName(quantity), axisName(against).toLower())),
        .x = { .label = axisLabel(against) },
        .y = { .label = quantityLabel(quantity) } };
    content.y.scale = scaleOf(in.text(QStringLiteral("scale")), main);
    if (!faint.empty())
        fitAxis(content.y, main);
    QStringList notes = verdictNotes(descents);
    if (const QString limit = limitNote(in, descents, context); !limit.isEmpty())
        notes += limit;
    content.note = notes.join(QStringLiteral("; "));
    content.layers = std::move(faint);
    content.layers.insert(content.layers.end(), main.begin(), main.end());
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType costHistory()
{
    return {
        .id = QStringLiteral("plots.cost-history"),
        .title = QStringLiteral("Cost history"),
        .summary = QStringLiteral("Cost, gradient norm or rate of descents as they went on: the error plot."),
        .help = QStringLiteral(R"(
Draws one line a descent: a quantity of each recorded step against how far the run had come.

- `cost` is J(θ), `gradient_norm` is ‖∇J(θ)‖∞, `rate` is the step size of the update.
- Where a stochastic descent records the cost of a batch, that is a thin, faint line; the cost over all rows, where it
  was measured, is the strong one, and the axis is made for it.
- `scale` `auto` is logarithmic where no value is below 0 and those above 0 span more than two decades; an exact 0 is
  then a gap.

The note under the title says what became of a single run: converged, creeping, oscillating or diverged, as in
`plots.compare`. With the objective linked it says as well below which rate, 2/λmax, plain gradient descent converges.

To compare methods of different batch sizes fairly, draw against `epoch` (rows read) or `evaluations`.

**Example.** `optimizers.gradient-descent` → `descent`, everything else as it is.
)"),
        .parameters = { choice(QStringLiteral("quantity"),
                            { QStringLiteral("cost"), QStringLiteral("gradient_norm"), QStringLiteral("rate") },
                            QStringLiteral("cost"))
                            .help(QStringLiteral("What is drawn upwards.")),
            againstParameter(), scaleParameter(), titleParameter() },
        .inputs = { input<Descent>(QStringLiteral("descent")).many().help(QStringLiteral("The runs to be drawn.")),
            objectiveForLimit() },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
