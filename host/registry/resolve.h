#pragma once

#include "plugin.h"

namespace thalweg {

/// Takes the plugins that were Read, refuses those whose id is there before or whose dependencies are missing, too old,
/// refused or circular, and raises the others to Resolved. Returns their indices in the order in which to load them:
/// what is needed comes before what needs it.
std::vector<std::size_t> resolve(std::vector<PluginInfo> &plugins);

/// Why one of the plugins that `plugin` needs is not to be had; empty where all of them have reached `state` or may
/// reach it yet. The cause of a refusal is told along: `needs b 0.1.0, which was refused: needs c 1.0.0, which …`.
QString dependencyProblem(const PluginInfo &plugin, const std::vector<PluginInfo> &plugins);

} // namespace thalweg
