#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// A place in a workflow where a searched text stands.
struct Found {
    QString node; ///< empty: it is in an annotation
    qsizetype annotation = -1; ///< index into Graph::annotations; -1: it is in a node
    QString where; ///< in words, with the text: `rate = 0.1`

    bool operator==(const Found &) const = default;
};

/// Where `text` stands in ids, titles of node types, parameter names and values, notes and frames, in the order of
/// nodes, then of annotations; each of them once. Case does not count; an empty text is found nowhere.
std::vector<Found> find(const Graph &graph, const NodeTypes &types, const QString &text);

} // namespace thalweg
