#pragma once

#include "graph/edits.h"

#include <thalweg/node_types.h>

#include <QHash>

namespace thalweg {

/// What is left of a graph to be run. A muted node does not run, and neither does what depends on it. A bypassed node
/// is taken out, and whoever read one of its outputs reads what arrives at its first linked input of the same type
/// instead; an output without such an input is as good as muted.
struct ActiveGraph {
    Graph graph; ///< the nodes that run, with the links among them, joined across the bypassed ones
    QHash<QString, QString> inactive; ///< of each other node: why it does not run, in words
};

/// Linear in the graph. Where no node is muted or bypassed, the graph as it is.
ActiveGraph activeGraph(const Graph &graph, const NodeTypes &types);

/// Ids that are not there are passed over.
Edit setMode(const Graph &graph, const QStringList &ids, Node::Mode mode);

/// As the file has it: `mute`, `bypass`; empty for a node that runs.
QString modeId(Node::Mode mode);

} // namespace thalweg
