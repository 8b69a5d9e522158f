#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `models.predict`: what a model predicts, beside the data.
NodeType predictRows();

} // namespace thalweg
