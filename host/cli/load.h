#pragma once

#include "registry/registry.h"
#include "workflow/workflow.h"

namespace thalweg {

/// The registry of all plugins on the search path.
Registry loadAllPlugins();

/// Says on stderr which plugins were refused, for somebody who misses a node type.
void complainOfRefusedPlugins(const Registry &registry);

/// Checks the graph and says on stderr what is wrong with it, each line with the file's name in front.
bool isSound(const Graph &graph, const Registry &registry, const QString &file);

} // namespace thalweg
