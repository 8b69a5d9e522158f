#pragma once

#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// The rules that every link keeps.
enum class LinkRule {
    NodeExists, ///< both ends are nodes of the graph, of known types
    PortExists, ///< it begins at an output and ends at an input or a parameter
    TypesAgree, ///< what the output gives is what the input needs
    NotTwice, ///< the same link is not there already
    OneLinkAnInput, ///< an input or parameter takes one link, unless its port asks for many
    NoCycle, ///< no value comes back to where it started
};

/// Why a link cannot be: the rule it breaks, and a sentence that says what would be right.
struct Refusal {
    LinkRule rule;
    Link link;
    QString message; ///< without the ends: `needs an objective, but cost.table gives a table`

    /// With both ends: `table.table -> gd.objective: needs …`
    QString text() const { return link.text() + QStringLiteral(": ") + message; }
};

/// Whether values of type `given` may arrive at the input or parameter `name`; false where there is none.
bool accepts(const NodeType &type, const QString &name, const ValueType &given);

/// Whether any number of links may end at this input.
bool takesMany(const NodeType &type, const QString &input);

/// Why `link` cannot be added to `graph`; nothing if it can.
std::optional<Refusal> refusal(const Graph &graph, const NodeTypes &types, const Link &link);

/// The links of `graph` that break a rule, in the file's order; a cycle is named at one of its links. Linear in the
/// graph.
std::vector<Refusal> refusals(const Graph &graph, const NodeTypes &types);

} // namespace thalweg
