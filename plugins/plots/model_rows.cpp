#include "model_rows.h"

#include "names.h"

#include <algorithm>

namespace thalweg {

namespace {

double original(const Scaling &scaling, double scaled)
{
    return scaling.shift + scaling.scale * scaled;
}

Scaling scalingOf(const Model &model, qsizetype feature)
{
    return model.scaling().empty() ? Scaling() : model.scaling()[static_cast<std::size_t>(feature)];
}

const Scaling &scalingOf(const Dataset &dataset, Eigen::Index feature)
{
    return dataset.scaling()[static_cast<std::size_t>(feature)];
}

/// Where the dataset has a feature that the model reads.
Eigen::Index sourceOf(const QString &feature, const Dataset &dataset)
{
    try {
        return placeOf(
            feature, dataset.featureNames(), QStringLiteral("feature of the dataset, but the model reads it"));
    } catch (const Error &error) {
        throw error.at(QStringLiteral("port model"));
    }
}

} // namespace

std::vector<double> originalFeature(const Dataset &dataset, Eigen::Index feature)
{
    std::vector<double> values;
    for (double scaled : dataset.features().col(feature))
        values.push_back(original(scalingOf(dataset, feature), scaled));
    return values;
}

Eigen::VectorXd originalMeans(const Dataset &dataset)
{
    Eigen::VectorXd means(dataset.featureCount());
    for (Eigen::Index feature = 0; feature < means.size(); ++feature)
        means[feature] = original(scalingOf(dataset, feature), dataset.features().col(feature).mean());
    return means;
}

Matrix rowsFor(const Model &model, const Dataset &dataset)
{
    Matrix rows(dataset.rowCount(), model.featureNames().size());
    for (Eigen::Index column = 0; column < rows.cols(); ++column) {
        const Eigen::Index source = sourceOf(model.featureNames()[column], dataset);
        const Scaling to = scalingOf(model, column);
        const Scaling &from = scalingOf(dataset, source);
        rows.col(column) = dataset.features().col(source);
        if (to == from) // to the bit
            continue;
        for (double &value : rows.col(column))
            value = (original(from, value) - to.shift) / to.scale;
    }
    return rows;
}

Matrix rowsFor(const Model &model, const Dataset &dataset, const std::vector<VariedFeature> &varied)
{
    const auto count = static_cast<Eigen::Index>(varied.front().values.size());
    const Eigen::VectorXd means = originalMeans(dataset);
    Matrix rows(count, model.featureNames().size());
    for (Eigen::Index column = 0; column < rows.cols(); ++column) {
        const Eigen::Index source = sourceOf(model.featureNames()[column], dataset);
        const auto own = std::ranges::find(varied, source, &VariedFeature::feature);
        const Scaling to = scalingOf(model, column);
        for (Eigen::Index row = 0; row < count; ++row) {
            const double value = own == varied.end() ? means[source] : own->values[static_cast<std::size_t>(row)];
            rows(row, column) = (value - to.shift) / to.scale;
        }
    }
    return rows;
}

Eigen::Index featurePlace(const Inputs &in, const QString &setting, const Dataset &dataset, Eigen::Index otherwise)
{
    const QString name = in.text(setting).trimmed();
    if (name.isEmpty())
        return otherwise;
    try {
        return placeOf(name, dataset.featureNames(), QStringLiteral("feature of the dataset"));
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter %1").arg(setting));
    }
}

void checkHasRowsAndTarget(const Dataset &dataset)
{
    if (!dataset.hasTarget())
        throw Error(QStringLiteral("needs a dataset with a target")).at(QStringLiteral("port dataset"));
    if (dataset.featureCount() == 0 || dataset.rowCount() == 0)
        throw Error(QStringLiteral("needs a dataset of at least one feature and one row"))
            .at(QStringLiteral("port dataset"));
}

std::vector<Eigen::Index> thinned(Eigen::Index rows, Eigen::Index most)
{
    const Eigen::Index stride = std::max<Eigen::Index>(1, (rows + most - 1) / most);
    std::vector<Eigen::Index> kept;
    for (Eigen::Index row = 0; row < rows; row += stride)
        kept.push_back(row);
    return kept;
}

} // namespace thalweg
