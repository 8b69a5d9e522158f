#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `costs.least-squares`: the squared error of a linear model.
NodeType leastSquares();

} // namespace thalweg
