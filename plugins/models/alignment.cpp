#include "alignment.h"

#include <thalweg/node_types.h>
#include <thalweg/result.h>

namespace thalweg {

namespace {

qsizetype indexOfFeature(const Dataset &dataset, const QString &name)
{
    const qsizetype index = dataset.featureNames().indexOf(name);
    if (index >= 0)
        return index;
    const QString nearest = nearestWord(name, dataset.featureNames());
    throw Error(QStringLiteral("has no feature \"%1\", which the model reads%2; make it from the columns that the "
                               "model was fitted to")
                    .arg(name.left(100),
                        nearest.isEmpty() ? QString() : QStringLiteral(" (it has \"%1\")").arg(nearest.left(100))))
        .at(QStringLiteral("port dataset"));
}

void checkScaling(const QString &name, const Scaling &own, const Scaling &wanted)
{
    if (own == wanted)
        return;
    throw Error(wanted == Scaling()
            ? QStringLiteral("feature \"%1\" is scaled, but the rows that the model was fitted to were not; give the "
                             "dataset as it was before it was standardized")
                  .arg(name.left(100))
            : QStringLiteral("feature \"%1\" was not scaled as the training rows were; standardize the dataset with "
                             "the training rows as reference")
                  .arg(name.left(100)))
        .at(QStringLiteral("port dataset"));
}

} // namespace

std::shared_ptr<const Dataset> alignedWith(const Model &model, const std::shared_ptr<const Dataset> &dataset)
{
    std::vector<Eigen::Index> columns;
    for (qsizetype j = 0; j < model.featureNames().size(); ++j) {
        const QString &name = model.featureNames()[j];
        columns.push_back(indexOfFeature(*dataset, name));
        checkScaling(name, dataset->scaling()[static_cast<std::size_t>(columns.back())],
            model.scaling().empty() ? Scaling() : model.scaling()[static_cast<std::size_t>(j)]);
    }
    if (model.featureNames() == dataset->featureNames())
        return dataset;
    return std::make_shared<Dataset>(DatasetContent { dataset->features()(Eigen::all, columns), dataset->target(),
        model.featureNames(), dataset->targetName(), dataset->classes(), model.scaling() });
}

} // namespace thalweg
