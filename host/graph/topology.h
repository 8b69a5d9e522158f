#pragma once

#include "graph/graph.h"

namespace thalweg {

/// The nodes of a graph so that each stands behind those that it depends on, or a cycle that makes this impossible.
struct Topology {
    std::vector<std::size_t>
        order; ///< indices into Graph::nodes; as near to the file's order as can be; empty if there is a cycle
    QStringList cycle; ///< the nodes of one cycle, in the direction of its links; empty if there is none
};

/// Links whose ends are not in the graph are passed over. Takes time linear in nodes and links.
Topology topology(const Graph &graph);

/// The nodes of a shortest way from `from` to `to` along links, with both; empty if there is none. A node is a way to
/// itself. Links whose ends are not in the graph are passed over. Takes time linear in nodes and links.
QStringList path(const Graph &graph, const QString &from, const QString &to);

} // namespace thalweg
