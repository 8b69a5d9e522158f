#pragma once

#include "graph/edits.h"

#include <thalweg/node_types.h>

/// Edits that the panel makes of those in graph/edits.h. Pure.
namespace thalweg {

/// Sets a parameter of several nodes as one edit; undefined: back to the default. Edits of the same `gesture` that
/// follow each other are undone as one.
Result<Edit> setParameterOfAll(
    const Graph &graph, const QStringList &nodes, const QString &parameter, const QJsonValue &value, int gesture);

/// A new node `sources.range` to the left of `node`, around the parameter's value, linked to it: one edit. Refuses what
/// a range cannot drive, and a parameter that is driven already.
Result<Edit> driveWithNewRange(
    const Graph &graph, const NodeTypes &types, const QString &node, const QString &parameter);

} // namespace thalweg
