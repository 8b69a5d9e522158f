#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// All that keeps a graph from being run, in the file's order: unknown node types and versions, parameters that are
/// unknown, missing, of the wrong type or out of range, links that break a rule, inputs without a link. What does not
/// run (graph/modes.h: muted nodes, bypassed ones and those that depend on what is missing then) cannot keep it. Runs
/// nothing.
std::vector<Error> check(const Graph &graph, const NodeTypes &types);

} // namespace thalweg
