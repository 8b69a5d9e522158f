#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `sources.csv`: a table from a CSV file.
NodeType csv();

} // namespace thalweg
