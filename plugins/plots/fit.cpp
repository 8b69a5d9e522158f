#include "names.h"
#include "plots.h"
#include "ranges.h"

#include <thalweg/dataset.h>
#include <thalweg/figure.h>
#include <thalweg/model.h>

namespace thalweg {

namespace {

double original(const Scaling &scaling, double scaled)
{
    return scaling.shift + scaling.scale * scaled;
}

/// Rows for a model to predict: one feature runs through `xs`, the others stand at their means over the dataset. All is
/// reckoned in original units and scaled as the model's features are, which need not be as the dataset's are.
Matrix rowsFor(const Model &model, const Dataset &dataset, Eigen::Index feature, const std::vector<double> &xs)
{
    const auto rows = static_cast<Eigen::Index>(xs.size());
    Matrix features(rows, model.featureNames().size());
    for (Eigen::Index column = 0; column < features.cols(); ++column) {
        const QString &name = model.featureNames()[column];
        const Eigen::Index source
            = placeOf(name, dataset.featureNames(), QStringLiteral("feature of the dataset, but the model reads it"));
        const Scaling &to = model.scaling()[static_cast<std::size_t>(column)];
        const Scaling &from = dataset.scaling()[static_cast<std::size_t>(source)];
        const double mean = original(from, dataset.features().col(source).mean());
        for (Eigen::Index row = 0; row < rows; ++row) {
            const double value = source == feature ? xs[static_cast<std::size_t>(row)] : mean;
            features(row, column) = (value - to.shift) / to.scale;
        }
    }
    return features;
}

/// The points of the dataset, of very many every so manieth.
ScatterLayer pointsOf(const Dataset &dataset, Eigen::Index feature, Eigen::Index most)
{
    const Scaling &scaling = dataset.scaling()[static_cast<std::size_t>(feature)];
    const Eigen::Index stride = std::max<Eigen::Index>(1, (dataset.rowCount() + most - 1) / most);
    ScatterLayer points;
    for (Eigen::Index row = 0; row < dataset.rowCount(); row += stride) {
        points.x.push_back(original(scaling, dataset.features()(row, feature)));
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
    if (!dataset->hasTarget())
        throw Error(QStringLiteral("needs a dataset with a target")).at(QStringLiteral("port dataset"));
    if (dataset->featureCount() == 0 || dataset->rowCount() == 0)
        throw Error(QStringLiteral("needs a dataset of at least one feature and one row"))
            .at(QStringLiteral("port dataset"));
    const QStringList &classes = dataset->classes();
    if (classes.size() > 2)
        throw Error(QStringLiteral("needs a target of numbers or of two classes, but this has %1").arg(classes.size()))
            .at(QStringLiteral("port dataset"));
    const QString asked = in.text(QStringLiteral("feature")).trimmed();
    Eigen::Index feature = 0;
    try {
        if (!asked.isEmpty())
            feature = placeOf(asked, dataset->featureNames(), QStringLiteral("feature of the dataset"));
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter feature"));
    }

    constexpr Eigen::Index most = 5000;
    ScatterLayer points = pointsOf(*dataset, feature, most);
    const auto column = dataset->features().col(feature);
    const Scaling &scaling = dataset->scaling()[static_cast<std::size_t>(feature)];
    const double oneEnd = original(scaling, column.minCoeff());
    const double otherEnd = original(scaling, column.maxCoeff());
    const std::vector<double> xs = evenlySpaced({ std::min(oneEnd, otherEnd), std::max(oneEnd, otherEnd) },
        static_cast<std::size_t>(in.integer(QStringLiteral("points"))));

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
    const std::vector<Labelled<Model>> models = in.all<Model>(QStringLiteral("model"));
    for (std::size_t i = 0; i < models.size(); ++i) {
        checkStop(context);
        const Model &model = *models[i].value;
        Eigen::VectorXd y;
        try {
            y = model.predict(rowsFor(model, *dataset, feature, xs));
        } catch (const Error &error) {
            throw error.at(QStringLiteral("port model"));
        }
        const QString label = models[i].label.isEmpty() ? QStringLiteral("fit") : models[i].label;
        content.layers.push_back({ .label = twoClasses ? QStringLiteral("%1: P(%2)").arg(label, classes[1]) : label,
            .shape = LineLayer { .x = xs, .y = { y.begin(), y.end() }, .width = 2.5 },
            .colour = static_cast<int>(i) + 1 });
    }
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
        .inputs = { input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("The data, with a target.")),
            input<Model>(QStringLiteral("model")).many().help(QStringLiteral("Models of this target.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .run = run,
    };
}

} // namespace thalweg
