#pragma once

#include "cli/commands.h"
#include "engine/engine.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// The graph with what `--set` and `--seed` say. Refuses a node or parameter that is not there.
Result<Graph> withSettings(const Graph &graph, const RunCommand &command, const NodeTypes &types);

/// What `--save` asks for. Refuses a node or output that is not there, and a file name of another kind.
Result<std::vector<SaveRequest>> saveRequests(const RunCommand &command, const Graph &graph, const NodeTypes &types);

} // namespace thalweg
