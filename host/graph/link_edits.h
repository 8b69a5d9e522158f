#pragma once

#include "graph/edits.h"
#include "graph/link_rules.h"

namespace thalweg {

/// Where a link is held: at an output, or at an input or parameter. (A name may be both in one node.)
enum class Side { Output, Input };

/// The link that a drag from `start`, an end of this side, to `finish` on the other side makes.
Link linkFromDrag(const End &start, Side side, const End &finish);

/// Why linkOrReplace() would refuse; nothing if it would not.
std::optional<Refusal> refusalIfReplaced(const Graph &graph, const NodeTypes &types, const Link &link);

/// Adds the link; one that holds the input or parameter already, where that takes only one, gives way to it.
Result<Edit> linkOrReplace(const Graph &graph, const NodeTypes &types, const Link &link);

/// All ends in the graph that linkOrReplace() would link to `end`, in the order of nodes and of their ports, inputs
/// before parameters. What a parameter can be driven by is `linkable(graph, types, parameter, Side::Input)`; what grows
/// while a link is dragged is this, worked out once. Linear in the graph.
std::vector<End> linkable(const Graph &graph, const NodeTypes &types, const End &end, Side side);

/// Puts a node between the ends of a link: `from -> node.input`, `node.output -> to`. A node that is in the graph
/// already is moved to `place` and keeps its links; another is added there. Of its inputs that are free, and its
/// outputs, the first that fit are taken, those of the very type before those that take anything. Refused where none
/// fit, and where the link is not there.
Result<Edit> insertOnLink(
    const Graph &graph, const NodeTypes &types, const Node &node, const QPointF &place, const Link &link);

/// Whether insertOnLink() would insert it.
bool fitsOnLink(const Graph &graph, const NodeTypes &types, const Node &node, const Link &link);

/// Removes the nodes; where a value could go round one of them (see detour.h), its readers are linked
/// to where it came from.
Edit removeAndRejoin(const Graph &graph, const NodeTypes &types, const QStringList &ids);

} // namespace thalweg
