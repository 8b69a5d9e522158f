#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// The graph as it must be in another folder: relative paths in file parameters lead from `to` to the files that they
/// led to from `from`. Absolute paths, empty ones, and nodes of unknown types stay as they are. Looks at no disk.
Graph rebased(const Graph &graph, const NodeTypes &types, const QString &from, const QString &to);

} // namespace thalweg
