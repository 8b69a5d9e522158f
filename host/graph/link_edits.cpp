#include "graph/link_edits.h"

#include "graph/detour.h"
#include "graph/edit_builder.h"
#include "graph/edit_parts.h"
#include "graph/topology.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

bool isThere(const Graph &graph, const Link &link)
{
    return std::ranges::find(graph.links, link) != graph.links.end();
}

/// The links that hold an input or parameter that takes one alone. A sound graph has one at most.
std::vector<Link> holdersOf(const Graph &graph, const NodeTypes &types, const End &to)
{
    const Node *node = graph.find(to.node);
    const NodeType *type = node ? types.find(node->type) : nullptr;
    std::vector<Link> holders;
    if (type && !takesMany(*type, to.port))
        std::ranges::copy_if(graph.links, std::back_inserter(holders), [&](const Link &link) { return link.to == to; });
    return holders;
}

Graph without(Graph graph, const std::vector<Link> &links)
{
    std::erase_if(graph.links, [&](const Link &link) { return std::ranges::find(links, link) != links.end(); });
    return graph;
}

/// Nodes that are reached from `start` along links, or against them; with `start`. Links whose ends are not in the
/// graph are passed over.
QSet<QString> reached(const Graph &graph, const QString &start, bool isForwards)
{
    QSet<QString> known;
    for (const Node &node : graph.nodes)
        known.insert(node.id);
    QHash<QString, QStringList> next;
    for (const Link &link : graph.links)
        if (known.contains(link.from.node) && known.contains(link.to.node))
            next[isForwards ? link.from.node : link.to.node] += isForwards ? link.to.node : link.from.node;
    QSet<QString> seen;
    QStringList open { start };
    while (!open.isEmpty()) {
        const QString node = open.takeLast();
        if (seen.contains(node))
            continue;
        seen.insert(node);
        open += next.value(node);
    }
    return seen;
}

/// The names of ports of which `fits` holds, those of the very type `type` first.
template <class Fits> QStringList portsFor(const std::vector<Port> &ports, const ValueType &type, Fits fits)
{
    QStringList very, others;
    for (const Port &port : ports)
        if (fits(port))
            (port.type == type ? very : others) += port.name;
    return very + others;
}

/// The two links that take the place of one where a node is put into it.
struct Way {
    Link in, out;
};

Result<Way> wayThrough(const Graph &graph, const NodeTypes &types, const Node &node, const Link &link)
{
    const auto no = [&](const QString &why) { return Error(why).at(QStringLiteral("node %1").arg(node.id)); };
    const Node *from = graph.find(link.from.node);
    const Node *to = graph.find(link.to.node);
    const NodeType *fromType = from ? types.find(from->type) : nullptr;
    const NodeType *toType = to ? types.find(to->type) : nullptr;
    const NodeType *type = types.find(node.type);
    const Port *given = fromType ? fromType->output(link.from.port) : nullptr;
    if (!given || !toType || !type || !isThere(graph, link))
        return no(QCoreApplication::translate("Edit", "the link, or one of its nodes' types, is not known"));

    const Graph opened = without(graph, { link });
    const bool isPlaced = graph.find(node.id);
    const QStringList inputs = portsFor(type->inputs, given->type, [&](const Port &port) {
        const bool isFree = port.isMany || !isPlaced
            || std::ranges::find(opened.links, End { node.id, port.name }, &Link::to) == opened.links.end();
        return isFree && accepts(*type, port.name, given->type);
    });
    if (inputs.isEmpty())
        return no(QCoreApplication::translate("Edit", "has no free input that takes what %1 gives (%2)")
                      .arg(link.from.text(), given->type.id));
    const Port *target = toType->input(link.to.port);
    const QStringList outputs = portsFor(type->outputs, target ? target->type : given->type,
        [&](const Port &port) { return accepts(*toType, link.to.port, port.type); });
    if (outputs.isEmpty())
        return no(QCoreApplication::translate("Edit", "has no output that %1 takes").arg(link.to.text()));
    if (isPlaced
        && (!path(opened, node.id, link.from.node).isEmpty() || !path(opened, link.to.node, node.id).isEmpty()))
        return no(QCoreApplication::translate("Edit", "would make a cycle there"));
    return Way { { link.from, { node.id, inputs.first() } }, { { node.id, outputs.first() }, link.to } };
}

/// Replaces a link at its place in the list, so that the order at an input of many links stays.
Edit replaceLink(const Graph &graph, std::size_t index, const Link &link)
{
    Edit edit { {}, { LinkChange { index, graph.links[index], link } }, {} };
    Details details = detailsOf(graph);
    details.annotations = withoutReroutesOf(graph.annotations, { graph.links[index] });
    changeDetails(edit.changes, graph, details);
    return edit;
}

std::size_t placeIn(const Graph &graph, const Link &link)
{
    return static_cast<std::size_t>(std::ranges::find(graph.links, link) - graph.links.begin());
}

} // namespace

Link linkFromDrag(const End &start, Side side, const End &finish)
{
    return side == Side::Output ? Link { start, finish } : Link { finish, start };
}

std::optional<Refusal> refusalIfReplaced(const Graph &graph, const NodeTypes &types, const Link &link)
{
    std::optional<Refusal> found = refusal(graph, types, link);
    if (!found || found->rule != LinkRule::OneLinkAnInput || isThere(graph, link))
        return found;
    return refusal(without(graph, holdersOf(graph, types, link.to)), types, link);
}

Result<Edit> linkOrReplace(const Graph &graph, const NodeTypes &types, const Link &link)
{
    if (const std::optional<Refusal> refused = refusalIfReplaced(graph, types, link))
        return Error(refused->text());
    const std::vector<Link> holders = holdersOf(graph, types, link.to);
    if (holders.empty())
        return addLink(graph, link);
    EditBuilder builder(graph);
    for (std::size_t i = 1; i < holders.size(); ++i)
        builder.add(removeLink(builder.graph(), holders[i]));
    builder.add(replaceLink(builder.graph(), placeIn(builder.graph(), holders.front()), link));
    return builder.edit(QCoreApplication::translate("Edit", "Link %1").arg(link.text()));
}

std::vector<End> linkable(const Graph &graph, const NodeTypes &types, const End &end, Side side)
{
    const Node *held = graph.find(end.node);
    const NodeType *heldType = held ? types.find(held->type) : nullptr;
    const Port *output = heldType && side == Side::Output ? heldType->output(end.port) : nullptr;
    if (!heldType || (side == Side::Output && !output))
        return {};

    const QSet<QString> wouldCycle = reached(graph, end.node, side == Side::Input);
    QSet<QString> linked; // the other ends of links that are there
    for (const Link &link : graph.links)
        if ((side == Side::Output ? link.from : link.to) == end)
            linked.insert((side == Side::Output ? link.to : link.from).text());
    std::vector<End> ends;
    for (const Node &node : graph.nodes) {
        const NodeType *type = types.find(node.type);
        if (!type || wouldCycle.contains(node.id))
            continue;
        const auto offer = [&](const QString &port, bool fits) {
            if (const End other { node.id, port }; fits && !linked.contains(other.text()))
                ends.push_back(other);
        };
        if (side == Side::Input) {
            for (const Port &port : type->outputs)
                offer(port.name, accepts(*heldType, end.port, port.type));
            continue;
        }
        for (const Port &port : type->inputs)
            offer(port.name, accepts(*type, port.name, output->type));
        for (const Parameter &parameter : type->parameters)
            offer(parameter.name, accepts(*type, parameter.name, output->type));
    }
    return ends;
}

bool fitsOnLink(const Graph &graph, const NodeTypes &types, const Node &node, const Link &link)
{
    return wayThrough(graph, types, node, link).ok();
}

Result<Edit> insertOnLink(
    const Graph &graph, const NodeTypes &types, const Node &node, const QPointF &place, const Link &link)
{
    const Result<Way> way = wayThrough(graph, types, node, link);
    if (!way)
        return way.error();
    EditBuilder builder(graph);
    if (graph.find(node.id)) {
        builder.add(moveNodes(graph, { { node.id, place } }));
    } else if (const Result<void> added = builder.add(addNode(graph, node, place)); !added) {
        return added.error();
    }
    builder.add(replaceLink(builder.graph(), placeIn(builder.graph(), link), way->out));
    builder.add(addLink(builder.graph(), way->in));
    return builder.edit(QCoreApplication::translate("Edit", "Insert %1 into a link").arg(node.id));
}

Edit removeAndRejoin(const Graph &graph, const NodeTypes &types, const QStringList &ids)
{
    const QSet<QString> gone(ids.begin(), ids.end());
    const Detour detour(graph, types, gone);
    QSet<QString> seen;
    for (const Link &link : graph.links)
        seen.insert(link.text());
    EditBuilder builder(graph);
    const Edit removed = removeNodes(graph, ids);
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const Link &link = graph.links[i];
        if (!gone.contains(link.from.node) || gone.contains(link.to.node))
            continue;
        const std::optional<End> origin = detour.origin(link.from);
        const Link past { origin.value_or(End()), link.to };
        if (!origin || seen.contains(past.text()))
            continue;
        seen.insert(past.text());
        builder.add(replaceLink(builder.graph(), i, past));
    }
    builder.add(removeNodes(builder.graph(), ids));
    return builder.edit(removed.name);
}

} // namespace thalweg
