#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

#include <QHash>
#include <QSet>

namespace thalweg {

/// Where values come from once some nodes are taken out of a graph: each of their outputs is replaced by what arrives
/// at the node's first linked input of the same type.
class Detour {
public:
    /// `graph` and `types` must outlive it.
    Detour(const Graph &graph, const NodeTypes &types, QSet<QString> takenOut);

    /// `output` itself if its node stays, else what replaces it, past any number of nodes; nothing where one of them
    /// has no such input.
    std::optional<End> origin(const End &output) const;

private:
    std::optional<End> replacement(const End &output) const;

    const NodeTypes &types_;
    QSet<QString> takenOut_;
    QHash<QString, const Node *> nodes_; ///< those taken out
    QHash<QString, End> arrivals_; ///< by the text of an end of such a node: where its first link begins
};

} // namespace thalweg
