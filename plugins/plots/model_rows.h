#pragma once

#include <thalweg/inputs.h>
#include <thalweg/model.h>

#include <vector>

namespace thalweg {

/// A feature of a dataset that runs through values of its own, in the units that it had before it was scaled.
struct VariedFeature {
    Eigen::Index feature = 0; ///< its place in the dataset
    std::vector<double> values = {}; ///< one a row
};

/// One feature of a dataset, in original units.
std::vector<double> originalFeature(const Dataset &dataset, Eigen::Index feature);

/// The mean of each feature, in original units.
Eigen::VectorXd originalMeans(const Dataset &dataset);

/// The rows of the dataset as the model reads them: its features in its order, scaled as those that it was fitted to,
/// which need not be as the dataset's are. Throws Error where the dataset lacks one.
Matrix rowsFor(const Model &model, const Dataset &dataset);

/// Rows for a model in which some features vary and all others stand at their means over the dataset.
Matrix rowsFor(const Model &model, const Dataset &dataset, const std::vector<VariedFeature> &varied);

/// The feature of the dataset that the text `setting` of the node names; `otherwise` where it is empty.
Eigen::Index featurePlace(const Inputs &in, const QString &setting, const Dataset &dataset, Eigen::Index otherwise);

/// Throws Error unless the dataset has a target, a feature and a row.
void checkHasRowsAndTarget(const Dataset &dataset);

/// Every so manieth row, so that there are at most `most`.
std::vector<Eigen::Index> thinned(Eigen::Index rows, Eigen::Index most);

} // namespace thalweg
