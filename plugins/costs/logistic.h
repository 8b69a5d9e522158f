#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `costs.logistic`: the logistic loss of a linear model of two classes.
NodeType logistic();

} // namespace thalweg
