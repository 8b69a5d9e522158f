#pragma once

#include "graph/link_edits.h"

#include <QHash>

namespace thalweg {

/// How often each kind of link, from an output of one node type to an input or parameter of another, was made:
/// `costs.formula.objective -> optimizers.adam.objective` → 3.
using LinkCounts = QHash<QString, int>;

/// Counts the links of these workflows.
LinkCounts countLinks(const std::vector<Graph> &graphs);

/// A node type that an open end of a link can be linked to.
struct Fit {
    const NodeType *type; ///< lives as long as the catalogue that it is from
    QString port; ///< of the type: an input or parameter for an open output, an output for an open input
};

/// The node types that fit `open`, an end of this side of a node in the graph, each with the port that takes it. Those
/// that are linked most often in `counts` come first, then those whose port is of the very type, then inputs before
/// parameters, then by title. Empty where the end is not known.
std::vector<Fit> fitting(
    const NodeTypes &types, const Graph &graph, const End &open, Side side, const LinkCounts &counts);

/// Adds a node of a type that fits and links it to `open`: one step. Refused as addNode() and linkOrReplace() refuse.
Result<Edit> addLinked(const Graph &graph, const NodeTypes &types, const Node &node, const QPointF &place,
    const QString &port, const End &open, Side side);

} // namespace thalweg
