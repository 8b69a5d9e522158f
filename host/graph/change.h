#pragma once

#include "graph/graph.h"

#include <variant>

namespace thalweg {

/// A node that comes (no before), goes (no after) or becomes another, at its place in Graph::nodes.
struct NodeChange {
    std::size_t index = 0;
    std::optional<Node> before, after;

    bool operator==(const NodeChange &) const = default;
};

/// The same for a link.
struct LinkChange {
    std::size_t index = 0;
    std::optional<Link> before, after;

    bool operator==(const LinkChange &) const = default;
};

/// All of a graph but its nodes and links.
struct Details {
    QString title;
    QString description;
    qint64 seed = 1;
    QJsonObject layout;
    QJsonArray annotations;

    bool operator==(const Details &) const = default;
};

struct DetailsChange {
    Details before, after;

    bool operator==(const DetailsChange &) const = default;
};

/// A small step from one graph to the next, with all that is needed to go back. Every edit is a row of these.
using Change = std::variant<NodeChange, LinkChange, DetailsChange>;

Details detailsOf(const Graph &graph);

/// Makes the change. The graph must be as the change's `before` says.
void apply(Graph &graph, const Change &change);

/// The change that undoes `change`.
Change inverse(const Change &change);

} // namespace thalweg
