#include "model_rows.h"
#include "names.h"
#include "plots.h"
#include "ranges.h"
#include "shown_models.h"

#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

void checkPredictsNumbers(const Model &model, const Dataset &dataset)
{
    const char *instead = "; plots.confusion and plots.roc show how well classes are told apart";
    if (!model.classes().isEmpty())
        throw Error(QStringLiteral("predicts classes, which have no residuals%1").arg(QLatin1String(instead)))
            .at(QStringLiteral("port model"));
    if (!dataset.classes().isEmpty())
        throw Error(QStringLiteral("has a target of classes, which have no residuals%1").arg(QLatin1String(instead)))
            .at(QStringLiteral("port dataset"));
    if (dataset.targetName() != model.targetName())
        throw Error(QStringLiteral("has the target \"%1\", but the model predicts \"%2\"")
                        .arg(dataset.targetName().left(100), model.targetName().left(100)))
            .at(QStringLiteral("port dataset"));
}

void widen(Range &range, double value)
{
    if (std::isfinite(value))
        range = { std::min(range.from, value), std::max(range.to, value) };
}

constexpr Range nothing { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity() };

/// What the axes must show: at the end, and at any step.
struct Shown {
    Range last = nothing;
    Range all = nothing;
};

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    checkHasRowsAndTarget(*dataset);
    const Eigen::Index feature = featurePlace(in, QStringLiteral("against"), *dataset, -1);
    const std::vector<double> across = feature < 0 ? std::vector<double>() : originalFeature(*dataset, feature);

    constexpr Eigen::Index mostRows = 5000;
    constexpr std::size_t mostPoints = 200'000; // at all steps together
    const std::vector<Eigen::Index> rows = thinned(dataset->rowCount(), mostRows);
    const std::vector<ShownModel> models = shownModels(in, std::clamp<std::size_t>(mostPoints / rows.size(), 20, 200));

    const QString target = displayName(dataset->targetName());
    const QString name
        = feature < 0 ? QStringLiteral("Predicted %1").arg(target) : displayName(dataset->featureNames()[feature]);
    FigureContent content { .title = titleOf(in, QStringLiteral("Residuals of %1").arg(target)),
        .x = { .label = name },
        .y = { .label = QStringLiteral("Residual: %1 − predicted").arg(target) } };
    content.layers.push_back({ .shape = ReferenceLayer { .y = 0 } });

    Shown x;
    Shown y;
    double squares = 0;
    for (std::size_t i = 0; i < models.size(); ++i) {
        ScatterLayer points { .size = rows.size() > 1000 ? 3.0 : 5.0 };
        for (const auto &model : models[i].models) {
            checkStop(context);
            checkPredictsNumbers(*model, *dataset);
            const Eigen::VectorXd predicted = model->predict(rowsFor(*model, *dataset));
            const Eigen::VectorXd residuals = dataset->target() - predicted;
            const bool isLast = model == models[i].models.back();
            if (isLast)
                squares = residuals.squaredNorm();
            for (Eigen::Index row : rows) {
                points.x.push_back(feature < 0 ? predicted[row] : across[static_cast<std::size_t>(row)]);
                points.y.push_back(residuals[row]);
                widen(x.all, points.x.back());
                widen(y.all, points.y.back());
                if (isLast) {
                    widen(x.last, points.x.back());
                    widen(y.last, points.y.back());
                }
            }
        }
        Layer layer { .label = models.size() > 1 ? models[i].label : QString(),
            .shape = std::move(points),
            .colour = static_cast<int>(i),
            .opacity = rows.size() > 500 ? 0.5 : 0.85 };
        models[i].follow(layer, std::vector(models[i].models.size(), rows.size()));
        content.layers.push_back(std::move(layer));
    }
    if (std::ranges::any_of(models, &ShownModel::follows)) {
        widen(y.last, 0); // the line
        showMostly(content.x, x.last, x.all);
        showMostly(content.y, y.last, y.all);
    }

    QStringList notes;
    if (models.size() == 1)
        notes += QStringLiteral("root mean square %1")
                     .arg(shortNumber(std::sqrt(squares / static_cast<double>(dataset->rowCount()))));
    if (static_cast<Eigen::Index>(rows.size()) < dataset->rowCount())
        notes += QStringLiteral("%1 of %2 rows shown").arg(rows.size()).arg(dataset->rowCount());
    content.note = notes.join(QStringLiteral("; "));
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType residuals()
{
    return {
        .id = QStringLiteral("plots.residuals"),
        .title = QStringLiteral("Residuals"),
        .summary = QStringLiteral("What a model leaves of the target, over what it predicts or over a feature."),
        .help = QStringLiteral(R"(
Draws the residual rᵢ = yᵢ − pᵢ of each row i, the target yᵢ less what the model predicts for it, in the unit of y,
with a line at 0. The note under the title gives the root mean square √(Σ rᵢ² / m) over all m rows.

It shows what a single score hides. Points that lie evenly about the line, equally wide everywhere, are noise; a bend
says that the model lacks a term, a funnel that the spread grows with the prediction, and a lone point far off that one
row decides too much.

- `against` empty: over pᵢ; else over the feature of that name, in the unit that it had before it was scaled.
- Linked to an objective and its descent instead of a model, the points follow the step cursor. The axes are made for
  the end of the descent, and reach at most half as far again on each side for the steps before.
- Of more than 5,000 rows every so manieth is drawn. A model of classes has no residuals and is refused.

**Source.** F. J. Anscombe, J. W. Tukey, The examination and analysis of residuals, Technometrics 5 (1963),
pp. 141–160.

**Example.** `tables.dataset` → `dataset`, `optimizers.gradient-descent` on `costs.least-squares` → `model`.
)"),
        .parameters
        = { text(QStringLiteral("against"))
                .namesFrom(QStringLiteral("dataset"))
                .help(QStringLiteral("Name of the feature that runs to the right; empty: what the model predicts.")),
            titleParameter() },
        .inputs = dataAndModels(QStringLiteral("Rows whose target is known.")),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
