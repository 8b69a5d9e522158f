#include "graph/edits.h"

#include "graph/edit_parts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace thalweg {

namespace {

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
    Edit edit { QCoreApplication::translate("Edit", "Add node %1").arg(node.id),
        { NodeChange { graph.nodes.size(), {}, node } }, {} };
    Details details = detailsOf(graph);
    details.layout.insert(node.id, toJson(place));
    changeDetails(edit.changes, graph, details);
    return edit;
}

Edit removeNodes(const Graph &graph, const QStringList &wanted)
{
    QSet<QString> ids;
    for (const Node &node : graph.nodes)
        ids.insert(node.id);
    ids.intersect(QSet<QString>(wanted.begin(), wanted.end()));
    Edit edit { ids.size() == 1 ? QCoreApplication::translate("Edit", "Remove node %1").arg(*ids.begin())
                                : QCoreApplication::translate("Edit", "Remove nodes"),
        {}, {} };
    const auto isGone = [&](const Link &link) { return ids.contains(link.from.node) || ids.contains(link.to.node); };
    // From the back, so that the places of what is still to go stay as they are.
    for (std::size_t i = graph.links.size(); i-- > 0;)
        if (isGone(graph.links[i]))
            edit.changes.push_back(LinkChange { i, graph.links[i], {} });
    for (std::size_t i = graph.nodes.size(); i-- > 0;)
        if (ids.contains(graph.nodes[i].id))
            edit.changes.push_back(NodeChange { i, graph.nodes[i], {} });
    Details details = detailsOf(graph);
    for (const QString &id : ids)
        details.layout.remove(id);
    details.annotations = withRerouted(
        graph.annotations, [&](const Link &link) { return isGone(link) ? std::nullopt : std::optional(link); });
    changeDetails(edit.changes, graph, details);
    return edit;
}

Result<Edit> renameNode(const Graph &graph, const QString &from, const QString &to)
{
    Edit edit { QCoreApplication::translate("Edit", "Rename node %1 to %2").arg(from, to), {}, {} };
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
    const auto renamedLink = [&](Link link) {
        for (End *end : { &link.from, &link.to })
            if (end->node == from)
                end->node = to;
        return link;
    };
    for (std::size_t i = 0; i < graph.links.size(); ++i)
        if (const Link link = renamedLink(graph.links[i]); !(link == graph.links[i]))
            edit.changes.push_back(LinkChange { i, graph.links[i], link });
    Details details = detailsOf(graph);
    if (details.layout.contains(from))
        details.layout.insert(to, details.layout.take(from));
    details.annotations = withRerouted(graph.annotations, renamedLink);
    changeDetails(edit.changes, graph, details);
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
    Edit edit { QCoreApplication::translate("Edit", "Set %1 of %2").arg(parameter, node), {},
        QStringLiteral("parameter %1.%2").arg(node, parameter) };
    if (!(after == *before))
        edit.changes.push_back(NodeChange { indexOf(graph, node), *before, after });
    return edit;
}

Edit moveNodes(const Graph &graph, const QHash<QString, QPointF> &places, const QString &gesture)
{
    Edit edit { places.size() == 1 ? QCoreApplication::translate("Edit", "Move node %1").arg(places.begin().key())
                                   : QCoreApplication::translate("Edit", "Move nodes"),
        {}, gesture.isEmpty() ? QString() : QStringLiteral("move ") + gesture };
    Details details = detailsOf(graph);
    for (const Node &node : graph.nodes)
        if (const auto place = places.find(node.id); place != places.end())
            details.layout.insert(node.id, toJson(*place));
    changeDetails(edit.changes, graph, details);
    return edit;
}

Edit addLink(const Graph &graph, const Link &link)
{
    return { QCoreApplication::translate("Edit", "Link %1").arg(link.text()),
        { LinkChange { graph.links.size(), {}, link } }, {} };
}

Edit removeLink(const Graph &graph, const Link &link)
{
    Edit edit { QCoreApplication::translate("Edit", "Remove link %1").arg(link.text()), {}, {} };
    const auto found = std::ranges::find(graph.links, link);
    if (found == graph.links.end())
        return edit;
    edit.changes.push_back(LinkChange { static_cast<std::size_t>(found - graph.links.begin()), link, {} });
    Details details = detailsOf(graph);
    details.annotations = withoutReroutesOf(graph.annotations, { link });
    changeDetails(edit.changes, graph, details);
    return edit;
}

Edit setDetails(const Graph &graph, const Details &details, const QString &name)
{
    Edit edit { name, {}, name };
    changeDetails(edit.changes, graph, details);
    return edit;
}

} // namespace thalweg
