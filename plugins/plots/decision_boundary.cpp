#include "boundary.h"
#include "model_rows.h"
#include "names.h"
#include "plots.h"
#include "ranges.h"
#include "shown_models.h"

#include <thalweg/class_predictions.h>
#include <thalweg/parallel.h>

#include <algorithm>

namespace thalweg {

namespace {

/// The two features that are shown, and the places in original units at which models are asked.
struct Plane {
    Eigen::Index across, up;
    std::vector<double> x, y;

    std::vector<VariedFeature> varied() const
    {
        VariedFeature horizontal { .feature = across };
        VariedFeature vertical { .feature = up };
        for (double high : y) {
            horizontal.values.insert(horizontal.values.end(), x.begin(), x.end());
            vertical.values.insert(vertical.values.end(), x.size(), high);
        }
        return { std::move(horizontal), std::move(vertical) };
    }
};

std::vector<double> placesAlong(const std::vector<double> &values, std::size_t count)
{
    const auto [least, greatest] = std::ranges::minmax(values);
    const double span = greatest > least ? greatest - least : std::max(1.0, std::abs(greatest));
    constexpr double margin = 0.06;
    return evenlySpaced({ least - margin * span, greatest + margin * span }, count);
}

Plane planeOf(const Inputs &in, const Dataset &dataset)
{
    if (dataset.featureCount() < 2)
        throw Error(QStringLiteral("needs a dataset of two features or more, but this has one; plots.fit draws it"))
            .at(QStringLiteral("port dataset"));
    const Eigen::Index up = featurePlace(in, QStringLiteral("y"), dataset, -1);
    const Eigen::Index across = featurePlace(in, QStringLiteral("x"), dataset, up == 0 ? 1 : 0);
    Plane plane { across, up >= 0 ? up : (across == 1 ? 0 : 1), {}, {} };
    if (plane.across == plane.up)
        throw Error(QStringLiteral("must be another feature than x (%1)").arg(dataset.featureNames()[plane.across]))
            .at(QStringLiteral("parameter y"));
    const auto resolution = static_cast<std::size_t>(in.integer(QStringLiteral("resolution")));
    plane.x = placesAlong(originalFeature(dataset, plane.across), resolution);
    plane.y = placesAlong(originalFeature(dataset, plane.up), resolution);
    return plane;
}

/// The probability of each class for each row; where the model knows none, 1 for the class that it says.
Matrix scoresOf(const Model &model, const Matrix &rows)
{
    ClassPredictions predictions = predictClasses(model, rows);
    if (predictions.probabilities.cols() > 0)
        return std::move(predictions.probabilities);
    Matrix scores = Matrix::Zero(rows.rows(), model.classes().size());
    for (Eigen::Index row = 0; row < rows.rows(); ++row)
        if (const int said = predictions.classes[static_cast<std::size_t>(row)]; said != ClassPredictions::none)
            scores(row, said) = 1;
    return scores;
}

/// The boundary at each step that is shown, one after the other.
Layer boundaryLayer(const ShownModel &shown, const Dataset &dataset, const Plane &plane, RunContext &context)
{
    const std::vector<VariedFeature> varied = plane.varied();
    std::vector<LineLayer> lines(shown.models.size());
    parallelFor(lines.size(), [&](std::size_t i) {
        checkStop(context);
        const Model &model = *shown.models[i];
        lines[i] = boundaries({ plane.x, plane.y, scoresOf(model, rowsFor(model, dataset, varied)) });
    });
    LineLayer all { .width = 2 };
    std::vector<std::size_t> counts;
    for (LineLayer &line : lines) {
        if (line.x.empty()) // a step without a boundary has a point all the same: that the one before must go
            line.x = line.y = { std::numeric_limits<double>::quiet_NaN() };
        all.x.insert(all.x.end(), line.x.begin(), line.x.end());
        all.y.insert(all.y.end(), line.y.begin(), line.y.end());
        counts.push_back(line.x.size());
    }
    Layer layer { .label = QStringLiteral("boundary"), .shape = std::move(all) };
    shown.follow(layer, counts);
    return layer;
}

void addPoints(FigureContent &content, const Model &model, const Dataset &dataset, const Plane &plane)
{
    const std::vector<int> classes = targetClasses(model, dataset);
    const std::vector<double> x = originalFeature(dataset, plane.across);
    const std::vector<double> y = originalFeature(dataset, plane.up);
    constexpr Eigen::Index most = 5000;
    std::vector<ScatterLayer> points(static_cast<std::size_t>(model.classes().size()));
    for (Eigen::Index row : thinned(dataset.rowCount(), most)) {
        const auto place = static_cast<std::size_t>(row);
        ScatterLayer &own = points[static_cast<std::size_t>(classes[place])];
        own.x.push_back(x[place]);
        own.y.push_back(y[place]);
        own.size = dataset.rowCount() > 1000 ? 4 : 6;
    }
    for (std::size_t k = 0; k < points.size(); ++k)
        content.layers.push_back({ .label = model.classes()[static_cast<qsizetype>(k)],
            .shape = std::move(points[k]),
            .colour = static_cast<int>(k),
            .opacity = 0.9 });
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    checkHasRowsAndTarget(*dataset);
    const Plane plane = planeOf(in, *dataset);
    constexpr std::size_t mostSteps = 60;
    const ShownModel shown = shownModel(in, mostSteps);
    const Model &model = shown.last();
    const QStringList &classes = model.classes();
    if (classes.size() < 2)
        throw Error(QStringLiteral("predicts numbers, between which there is no boundary; plots.fit draws it"))
            .at(QStringLiteral("port model"));

    const Matrix scores = scoresOf(model, rowsFor(model, *dataset, plane.varied()));
    checkStop(context);
    const QStringList &names = dataset->featureNames();
    FigureContent content { .title = titleOf(in, QStringLiteral("Regions of %1").arg(displayName(model.targetName()))),
        .x = { .label = displayName(names[plane.across]), .minimum = plane.x.front(), .maximum = plane.x.back() },
        .y = { .label = displayName(names[plane.up]), .minimum = plane.y.front(), .maximum = plane.y.back() } };
    if (const QString note = heldNote(names, originalMeans(*dataset), { plane.across, plane.up }); !note.isEmpty())
        content.note = QStringLiteral("at %1").arg(note);
    if (classes.size() == 2) {
        HeatMapLayer map { .grid = { plane.x, plane.y, { scores.col(1).begin(), scores.col(1).end() } },
            .colourLabel = QStringLiteral("P(%1)").arg(classes[1]),
            .minimum = 0,
            .maximum = 1 };
        content.layers.push_back({ .shape = std::move(map) });
    } else {
        std::vector<BandLayer> bands = regions({ plane.x, plane.y, scores });
        for (std::size_t k = 0; k < bands.size(); ++k)
            content.layers.push_back({ .shape = std::move(bands[k]), .colour = static_cast<int>(k) });
    }
    addPoints(content, model, *dataset, plane);
    content.layers.push_back(boundaryLayer(shown, *dataset, plane, context));
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType decisionBoundary()
{
    return {
        .id = QStringLiteral("plots.decision-boundary"),
        .title = QStringLiteral("Decision boundary"),
        .summary = QStringLiteral("Which class a model gives to every place in the plane of two features."),
        .help = QStringLiteral(R"(
Draws the rows of a dataset in the plane of two of its features, coloured by their class, and over the whole plane what
the model says. All is in the units that the data had before it was scaled. The other features are held at their means,
and the note under the title says where; rows that differ from the means in these may lie on the other side of the
boundary and be told apart all the same.

- **Two classes**: the probability of the second as colours, and the boundary where it is ½.
- **More classes**: the region in which each is the likeliest, and the boundaries between them.
- A model that knows no probabilities (hinge) has those of the class that it says, 0 or 1.
- Linked to an objective and its descent instead of a model, the boundary follows the step cursor; colours and regions
  are those of the end.

The model is asked at `resolution`² places; between them the boundary is straight (W. E. Lorensen, H. E. Cline,
Computer Graphics 21 (1987), pp. 163–169, in two dimensions). Of more than 5,000 rows every so manieth is drawn.

**Example.** `tables.dataset` with two features and a target of classes → `dataset`, `optimizers.adam` on
`costs.logistic` → `model`.
)"),
        .parameters = { text(QStringLiteral("x"))
                            .namesFrom(QStringLiteral("dataset"))
                            .help(QStringLiteral("Name of the feature that runs to the right; empty: the first.")),
            text(QStringLiteral("y"))
                .namesFrom(QStringLiteral("dataset"))
                .help(QStringLiteral("Name of the one that runs up; empty: the second.")),
            integer(QStringLiteral("resolution"), 150)
                .atLeast(2)
                .atMost(1000)
                .logSlider(20, 500)
                .help(QStringLiteral("Places along each side at which the model is asked.")),
            titleParameter() },
        .inputs = dataAndModels(QStringLiteral("Rows of two features or more whose class is known.")),
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
