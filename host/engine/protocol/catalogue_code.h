#pragma once

#include "engine/protocol/fields.h"
#include "registry/plugin.h"

#include <thalweg/node_type.h>

namespace thalweg {

/// A description, all but `run`.
QCborMap nodeTypeToMap(const NodeType &type);
NodeType nodeTypeFromMap(const Fields &in);

QCborMap pluginToMap(const PluginInfo &plugin);
PluginInfo pluginFromMap(const Fields &in);

} // namespace thalweg
