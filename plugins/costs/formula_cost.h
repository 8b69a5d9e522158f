#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `costs.formula`: the objective that a formula with free names is.
NodeType formulaCost();

} // namespace thalweg
