#pragma once

#include "gui/canvas/canvas_scene.h"

namespace thalweg {

/// Edits that need to know what is seen, beside those of host/graph.

/// The selected nodes, notes and frames, in the workflow's order.
Selection selectionOf(const CanvasScene &scene);

std::vector<Link> selectedLinks(const CanvasScene &scene);

/// Takes nodes out of their links and joins these behind them, where values can go on; the nodes stay.
Edit takeOut(const Graph &graph, const NodeTypes &types, const QStringList &ids);

/// Removes nodes, notes, frames, links and reroute points that are selected. `rejoins`: links go on past the nodes.
Edit removeSelected(const CanvasScene &scene, bool rejoins);

/// The link that runs below a card and that the node can be put into; null where there is none.
const Link *linkToInsert(const CanvasScene &scene, const Node &node, const QRectF &card);

/// Links the two nodes, from the left one on, by the first ports that fit; else from the right one on. Refused where
/// none fit.
Result<Edit> linkFirstFitting(const CanvasScene &scene, const QString &a, const QString &b);

/// A node of this type under a free id made of the type's: `gradient-descent`, `gradient-descent2`, …
Node newNode(const Graph &graph, const NodeTypes &types, const QString &type);

} // namespace thalweg
