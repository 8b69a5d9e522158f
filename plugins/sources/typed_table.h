#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `sources.table`: a table typed in as CSV.
NodeType typedTable();

} // namespace thalweg
