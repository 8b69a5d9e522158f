#pragma once

#include "graph/annotations.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// Nodes and annotations that are edited together.
struct Selection {
    QStringList nodes = {};
    std::vector<qsizetype> annotations = {}; ///< indices into Graph::annotations

    bool isEmpty() const { return nodes.isEmpty() && annotations.empty(); }
    bool operator==(const Selection &) const = default;
};

/// With all that moves along: what lies in selected frames, and the reroutes of links between nodes of it.
Selection withContents(const Graph &graph, const Selection &selection, const NodeSizes &sizes);

/// Moves just what is selected: give it what withContents() gave as a drag began. Edits of the same `gesture` (one
/// drag) that follow each other are undone as one; empty: never.
Edit moveSelection(
    const Graph &graph, const Selection &selection, const QPointF &offset, const QString &gesture = QString());

/// A move by an arrow key: those of the same selection that follow each other are undone as one.
Edit nudge(const Graph &graph, const Selection &selection, const QPointF &offset);

/// Without the links' rejoining; see removeAndRejoin() for that.
Edit removeSelection(const Graph &graph, const Selection &selection);

/// The nodes, the links among them, and the annotations that are selected or are reroutes of these links. Links that
/// arrive from other nodes are kept aside in the key `incoming` of `extra`, for pasteLinked().
Graph pieceOf(const Graph &graph, const Selection &selection);

/// paste() of edits.h, and in addition the links that arrived at the piece where it was copied, where the graph has
/// such outputs and they fit.
Edit pasteLinked(const Graph &graph, const NodeTypes &types, const Graph &piece, const QPointF &offset);

/// Copies the selection within the graph, with the links that arrive at it where `linked`.
Edit duplicate(
    const Graph &graph, const NodeTypes &types, const Selection &selection, const QPointF &offset, bool linked = false);

/// What the edit adds: what is to be selected after a paste.
Selection addedBy(const Edit &edit);

/// The rectangle around the nodes and annotations of a piece; where to paste it in the middle of is left to the caller.
QRectF boundsOf(const Graph &piece, const NodeSizes &sizes = {});

} // namespace thalweg
