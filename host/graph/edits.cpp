#include "graph/edits.h"

#include <QHash>

namespace thalweg {

namespace {

std::size_t indexOf(const Graph &graph, const QString &id)
{
    return static_cast<std::size_t>(graph.find(id) - graph.nodes.data());
}

QJsonArray toJson(const QPointF &place)
{
    return { place.x(), place.y() };
}

/// Appends the change from the layout that is there to `layout`, if it is one.
void changeLayout(std::vector<Change> &changes, const Graph &graph, const QJsonObject &layout)
{
    const Details before = detailsOf(graph);
    Details after = before;
    after.layout = layout;
    if (!(after == before))
        changes.push_back(DetailsChange { before, after });
}

Result<void> checkFreeId(const Graph &graph, const QString &id)
{
    if (!isNodeId(id))
        return Error(
            QStringLiteral("\"%1\" cannot be a node's id; use letters, digits, _ and -, starting with a letter")
                .arg(id));
    if (graph.find(id))
        return Error(QStringLiteral("there is a node \"%1\" already; choose another id").arg(id));
    return {};
}

} // namespace

Result<Edit> addNode(const Graph &graph, const Node &node, const QPointF &place)
{
    if (const Result<void> free = checkFreeId(graph, node.id); !free)
        return free.error();
    Edit edit { QStringLiteral("Add node %1").arg(node.id), { NodeChange { graph.nodes.size(), {}, node } }, {} };
    QJsonObject layout = graph.layout;
    layout.insert(node.id, toJson(place));
    changeLayout(edit.changes, graph, layout);
    return edit;
}

Edit removeNodes(const Graph &graph, const QStringList &wanted)
{
    QStringList ids = wanted;
    ids.removeIf([&](const QString &id) { return !graph.find(id); });
    Edit edit { ids.size() == 1 ? QStringLiteral("Remove node %1").arg(ids.first()) : QStringLiteral("Remove nodes"),
        {}, {} };
    // From the back, so that the places of what is still to go stay as they are.
    for (std::size_t i = graph.links.size(); i-- > 0;)
        if (ids.contains(graph.links[i].from.node) || ids.contains(graph.links[i].to.node))
            edit.changes.push_back(LinkChange { i, graph.links[i], {} });
    for (std::size_t i = graph.nodes.size(); i-- > 0;)
        if (ids.contains(graph.nodes[i].id))
            edit.changes.push_back(NodeChange { i, graph.nodes[i], {} });
    QJsonObject layout = graph.layout;
    for (const QString &id : ids)
        layout.remove(id);
    changeLayout(edit.changes, graph, layout);
    return edit;
}

Result<Edit> renameNode(const Graph &graph, const QString &from, const QString &to)
{
    Edit edit { QStringLiteral("Rename node %1 to %2").arg(from, to), {}, {} };
    if (from == to)
        return edit;
    if (const Result<void> free = checkFreeId(graph, to); !free)
        return free.error();
    const Node *node = graph.find(from);
    if (!node)
        return Error(QStringLiteral("there is no node \"%1\"").arg(from));
    Node renamed = *node;
    renamed.id = to;
    edit.changes.push_back(NodeChange { indexOf(graph, from), *node, renamed });
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        Link link = graph.links[i];
        for (End *end : { &link.from, &link.to })
            if (end->node == from)
                end->node = to;
        if (!(link == graph.links[i]))
            edit.changes.push_back(LinkChange { i, graph.links[i], link });
    }
    QJsonObject layout = graph.layout;
    if (layout.contains(from))
        layout.insert(to, layout.take(from));
    changeLayout(edit.changes, graph, layout);
    return edit;
}

Result<Edit> setParameter(const Graph &graph, const QString &node, const QString &parameter, const QJsonValue &value)
{
    const Node *before = graph.find(node);
    if (!before)
        return Error(QStringLiteral("there is no node \"%1\"").arg(node));
    Node after = *before;
    if (value.isUndefined())
        after.parameters.remove(parameter);
    else
        after.parameters.insert(parameter, value);
    Edit edit { QStringLiteral("Set %1 of %2").arg(parameter, node), {},
        QStringLiteral("parameter %1.%2").arg(node, parameter) };
    if (!(after == *before))
        edit.changes.push_back(NodeChange { indexOf(graph, node), *before, after });
    return edit;
}

Edit moveNodes(const Graph &graph, const QHash<QString, QPointF> &places)
{
    QStringList ids = places.keys();
    ids.sort();
    Edit edit { ids.size() == 1 ? QStringLiteral("Move node %1").arg(ids.first()) : QStringLiteral("Move nodes"), {},
        QStringLiteral("place %1").arg(ids.join(QLatin1Char(' '))) };
    QJsonObject layout = graph.layout;
    for (const QString &id : ids)
        if (graph.find(id))
            layout.insert(id, toJson(places[id]));
    changeLayout(edit.changes, graph, layout);
    return edit;
}

Edit addLink(const Graph &graph, const Link &link)
{
    return { QStringLiteral("Link %1").arg(link.text()), { LinkChange { graph.links.size(), {}, link } }, {} };
}

Edit removeLink(const Graph &graph, const Link &link)
{
    Edit edit { QStringLiteral("Remove link %1").arg(link.text()), {}, {} };
    const auto found = std::ranges::find(graph.links, link);
    if (found != graph.links.end())
        edit.changes.push_back(LinkChange { static_cast<std::size_t>(found - graph.links.begin()), link, {} });
    return edit;
}

Edit setDetails(const Graph &graph, const Details &details, const QString &name)
{
    Edit edit { name, {}, name };
    if (!(detailsOf(graph) == details))
        edit.changes.push_back(DetailsChange { detailsOf(graph), details });
    return edit;
}

Edit paste(const Graph &graph, const Graph &piece, const QPointF &offset)
{
    Edit edit { QStringLiteral("Paste"), {}, {} };
    Graph grown = graph; // so that pasted nodes do not take each other's ids
    QHash<QString, QString> newId;
    QJsonObject layout = graph.layout;
    for (Node node : piece.nodes) {
        const QString id = freeNodeId(grown, node.id);
        newId.insert(node.id, id);
        const QJsonArray place = piece.layout.value(node.id).toArray();
        layout.insert(id, toJson(offset + QPointF(place.at(0).toDouble(), place.at(1).toDouble())));
        node.id = id;
        edit.changes.push_back(NodeChange { grown.nodes.size(), {}, node });
        grown.nodes.push_back(node);
    }
    std::size_t index = graph.links.size();
    for (Link link : piece.links) {
        if (!newId.contains(link.from.node) || !newId.contains(link.to.node))
            continue;
        link.from.node = newId[link.from.node];
        link.to.node = newId[link.to.node];
        edit.changes.push_back(LinkChange { index++, {}, link });
    }
    changeLayout(edit.changes, graph, layout);
    return edit;
}

} // namespace thalweg
