#include "model_rows.h"
#include "names.h"
#include "plots.h"
#include "ranges.h"
#include "shown_models.h"

#include <algorithm>

namespace thalweg {

namespace {

/// The points of the dataset, of very many every so manieth.
ScatterLayer pointsOf(const Dataset &dataset, const std::vector<double> &feature, Eigen::Index most)
{
    ScatterLayer points;
    for (Eigen::Index row : thinned(dataset.rowCount(), most)) {
        points.x.push_back(feature[static_cast<std::size_t>(row)]);
        points.y.push_back(dataset.target()[row]);
    }
    constexpr std::size_t crowd = 1000;
    points.size = points.x.size() > crowd ? 3 : 5;
    return points;
}

QString noteOf(const Dataset &dataset, std::size_t shown)
{
    QStringList parts;
    if (dataset.featureCount() > 1)
        parts += QStringLiteral("the lines hold the other features at their means");
    if (static_cast<Eigen::Index>(shown) < dataset.rowCount())
        parts += QStringLiteral("%1 of %2 rows shown").arg(shown).arg(dataset.rowCount());
    return parts.join(QStringLiteral("; "));
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    checkHasRowsAndTarget(*dataset);
    const QStringList &classes = dataset->classes();
    if (classes.size() > 2)
        throw Error(QStringLiteral("needs a target of numbers or of two classes, but this has %1").arg(classes.size()))
            .at(QStringLiteral("port dataset"));
    const Eigen::Index feature = featurePlace(in, QStringLiteral("feature"), *dataset, 0);

    constexpr Eigen::Index most = 5000;
    const std::vector<double> values = originalFeature(*dataset, feature);
    ScatterLayer points = pointsOf(*dataset, values, most);
    const auto [least, greatest] = std::ranges::minmax(values);
    const std::vector<double> xs
        = evenlySpaced({ least, greatest }, static_cast<std::size_t>(in.integer(QStringLiteral("points"))));

    const QString name = displayName(dataset->featureNames()[feature]);
    const QString target = displayName(dataset->targetName());
    const bool twoClasses = classes.size() == 2;
    FigureContent content { .title = titleOf(in, QStringLiteral("%1 by %2").arg(target, name)),
        .x = { .label = name },
        .y
        = { .label = twoClasses ? QStringLiteral("%1 (0 = %2, 1 = %3)").arg(target, classes[0], classes[1]) : target },
        .note = noteOf(*dataset, points.x.size()) };
    content.layers.push_back({ .label = QStringLiteral("data"),
        .shape = std::move(points),
        .colour = 0,
        .opacity = dataset->rowCount() > most / 10 ? 0.5 : 0.85 });
    int colour = 1;
    Range lines { dataset->target().minCoeff(), dataset->target().maxCoeff() };
    const Range data = lines;
    constexpr std::size_t mostPoints = 100'000; // of a line, at all steps together
    const std::vector<ShownModel> shown = shownModels(in, std::clamp<std::size_t>(mostPoints / xs.size(), 10, 200));
    for (const ShownModel &model : shown) {
        LineLayer line { .width = 2.5 };
        for (const auto &one : model.models) {
            checkStop(context);
            const Eigen::VectorXd y = one->predict(rowsFor(*one, *dataset, { { feature, xs } }));
            line.x.insert(line.x.end(), xs.begin(), xs.end());
            line.y.insert(line.y.end(), y.begin(), y.end());
            lines = { std::min(lines.from, y.minCoeff()), std::max(lines.to, y.maxCoeff()) };
        }
        const QString label = model.label.isEmpty() ? QStringLiteral("fit") : model.label;
        Layer layer { .label = twoClasses ? QStringLiteral("%1: P(%2)").arg(label, classes[1]) : label,
            .shape = std::move(line),
            .colour = colour++ };
        model.follow(layer, std::vector(model.models.size(), xs.size()));
        content.layers.push_back(std::move(layer));
    }
    if (std::ranges::any_of(shown, &ShownModel::follows))
        showMostly(content.y, data, lines);
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType fit()
{
    return {
        .id = QStringLiteral("plots.fit"),
        .title = QStringLiteral("Fit"),
        .summary = QStringLiteral("Data over one feature, and the lines that models fit to it."),
        .help = QStringLiteral(R"(
Draws the target of the dataset over one feature as points, and what each model predicts as a line over the same range.
All is in the units that the data had before it was scaled. With several features the others are held at their means,
so that the line shows what the model makes of this one alone.

Linked to an objective and its descent instead of a model, the line follows the step cursor: it is that of the model at
step k. The upward axis then reaches at most half as far again beyond the data; where the line is beyond that, it comes into
sight later.

A target of two classes stands at 0 and 1, and the line is the probability of the second class. Of more than 5,000 rows
every so manieth is drawn.

**Example.** `tables.dataset` → `dataset`, `optimizers.gradient-descent` on `costs.least-squares` → `model`.
)"),
        .parameters = { text(QStringLiteral("feature"))
                            .namesFrom(QStringLiteral("dataset"))
                            .help(QStringLiteral("Name of the feature that runs to the right; empty: the first.")),
            integer(QStringLiteral("points"), 200)
                .atLeast(2)
                .atMost(100000)
                .logSlider(10, 10000)
                .help(QStringLiteral("How many points each line is computed at.")),
            titleParameter() },
        .inputs = dataAndModels(QStringLiteral("The data, with a target.")),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
