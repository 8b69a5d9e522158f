#pragma once

#include <thalweg/model.h>

namespace thalweg {

/// The dataset with the features that the model reads, in its order; the dataset itself where it has just these.
///
/// Throws Error where one is not there, or is scaled in another way than the rows that the model was fitted to.
std::shared_ptr<const Dataset> alignedWith(const Model &model, const std::shared_ptr<const Dataset> &dataset);

} // namespace thalweg
