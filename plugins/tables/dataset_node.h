#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// `tables.dataset`: features and target, as numbers, from the columns of a table.
NodeType datasetOfTable();

} // namespace thalweg
