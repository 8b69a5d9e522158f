#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `tables.standardize`: every feature to mean 0 and standard deviation 1.
NodeType standardize();

} // namespace thalweg
