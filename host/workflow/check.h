#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// All that keeps a graph from being run, in the file's order: unknown node types and versions, parameters that are
/// unknown, missing, of the wrong type or out of range, links that break a rule, inputs without a link. Runs nothing.
std::vector<Error> check(const Graph &graph, const NodeTypes &types);

} // namespace thalweg
