#pragma once

#include "plugin.h"

#include <thalweg/node_type.h>

namespace thalweg {

/// Loads the library of a plugin that is Resolved and returns the node types that it describes; state Loaded.
/// Refuses it, with no node types, where it cannot be loaded, throws, or describes a node wrongly.
/// A library stays in memory until the process ends: node types and values point into it.
std::vector<NodeType> load(PluginInfo &plugin);

} // namespace thalweg
