#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `models.score`: how well a model predicts the target of a dataset.
NodeType scoreModel();

} // namespace thalweg
