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

/// Whether a value can travel from `from` to `to` along links; a node reaches itself.
bool reaches(const Graph &graph, const QString &from, const QString &to);

} // namespace thalweg
