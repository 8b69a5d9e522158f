#include "graph/edit_builder.h"
#include "graph/edit_parts.h"
#include "graph/link_rules.h"
#include "graph/selection.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace thalweg {

namespace {

QString incomingKey()
{
    return QStringLiteral("incoming");
}

struct Pasted {
    Edit edit;
    QHash<QString, QString> newIds; ///< by the id in the piece
};

/// The annotations of a piece as they are to stand in the graph.
QJsonArray pastedAnnotations(const Graph &piece, const QHash<QString, QString> &newIds, const QPointF &offset)
{
    const QJsonArray known = withRerouted(piece.annotations, [&](Link link) -> std::optional<Link> {
        for (End *end : { &link.from, &link.to }) {
            if (!newIds.contains(end->node))
                return {};
            end->node = newIds.value(end->node);
        }
        return link;
    });
    QJsonArray pasted;
    for (const QJsonValue &json : known)
        pasted.append(moved(json, offset));
    return pasted;
}

Pasted pasted(const Graph &graph, const Graph &piece, const QPointF &offset)
{
    Pasted pasted { { QCoreApplication::translate("Edit", "Paste"), {}, {} }, {} };
    Graph grown = graph; // so that pasted nodes do not take each other's ids
    Details details = detailsOf(graph);
    for (Node node : piece.nodes) {
        const QString id = freeNodeId(grown, node.id);
        pasted.newIds.insert(node.id, id);
        details.layout.insert(id, toJson(offset + placeOf(piece, node.id)));
        node.id = id;
        pasted.edit.changes.push_back(NodeChange { grown.nodes.size(), {}, node });
        grown.nodes.push_back(node);
    }
    std::size_t index = graph.links.size();
    for (Link link : piece.links) {
        if (!pasted.newIds.contains(link.from.node) || !pasted.newIds.contains(link.to.node))
            continue;
        link.from.node = pasted.newIds[link.from.node];
        link.to.node = pasted.newIds[link.to.node];
        pasted.edit.changes.push_back(LinkChange { index++, {}, link });
    }
    for (const QJsonValue &annotation : pastedAnnotations(piece, pasted.newIds, offset))
        details.annotations.append(annotation);
    changeDetails(pasted.edit.changes, graph, details);
    return pasted;
}

} // namespace

Graph pieceOf(const Graph &graph, const Selection &selection)
{
    const QSet<QString> ids(selection.nodes.begin(), selection.nodes.end());
    Graph piece;
    for (const Node &node : graph.nodes) {
        if (!ids.contains(node.id))
            continue;
        piece.nodes.push_back(node);
        piece.layout.insert(node.id, toJson(placeOf(graph, node.id)));
    }
    QJsonArray incoming;
    for (const Link &link : graph.links) {
        if (!ids.contains(link.to.node))
            continue;
        if (ids.contains(link.from.node))
            piece.links.push_back(link);
        else
            incoming.append(link.text());
    }
    if (!incoming.isEmpty())
        piece.extra.insert(incomingKey(), incoming);
    for (qsizetype i = 0; i < graph.annotations.size(); ++i) {
        const Annotation annotation = annotationOf(graph.annotations[i]);
        const auto *reroute = std::get_if<Reroute>(&annotation);
        const bool isTaken = reroute ? std::ranges::find(piece.links, reroute->link) != piece.links.end()
                                     : std::ranges::find(selection.annotations, i) != selection.annotations.end();
        if (isTaken)
            piece.annotations.append(graph.annotations[i]);
    }
    return piece;
}

Edit paste(const Graph &graph, const Graph &piece, const QPointF &offset)
{
    return pasted(graph, piece, offset).edit;
}

Edit pasteLinked(const Graph &graph, const NodeTypes &types, const Graph &piece, const QPointF &offset)
{
    const Pasted plain = pasted(graph, piece, offset);
    EditBuilder builder(graph);
    builder.add(plain.edit);
    for (const QJsonValue &text : piece.extra.value(incomingKey()).toArray()) {
        std::optional<Link> link = parseLink(text.toString());
        if (!link || !plain.newIds.contains(link->to.node))
            continue;
        link->to.node = plain.newIds.value(link->to.node);
        if (!refusal(builder.graph(), types, *link))
            builder.add(addLink(builder.graph(), *link));
    }
    return builder.edit(plain.edit.name);
}

Edit duplicate(
    const Graph &graph, const NodeTypes &types, const Selection &selection, const QPointF &offset, bool linked)
{
    const Graph piece = pieceOf(graph, selection);
    Edit edit = linked ? pasteLinked(graph, types, piece, offset) : paste(graph, piece, offset);
    edit.name = QCoreApplication::translate("Edit", "Duplicate");
    return edit;
}

Selection addedBy(const Edit &edit)
{
    Selection added;
    for (const Change &change : edit.changes) {
        if (const auto *node = std::get_if<NodeChange>(&change); node && !node->before)
            added.nodes += node->after->id;
        if (const auto *details = std::get_if<DetailsChange>(&change))
            for (qsizetype i = details->before.annotations.size(); i < details->after.annotations.size(); ++i)
                added.annotations.push_back(i);
    }
    return added;
}

QRectF boundsOf(const Graph &piece, const NodeSizes &sizes)
{
    std::vector<QRectF> rects;
    for (const Node &node : piece.nodes)
        rects.push_back(rectOf(piece, sizes, node.id));
    for (const QJsonValue &json : piece.annotations) {
        const Annotation annotation = annotationOf(json);
        if (const auto *note = std::get_if<Note>(&annotation))
            rects.push_back(note->rect);
        else if (const auto *frame = std::get_if<Frame>(&annotation))
            rects.push_back(frame->rect);
    }
    return around(rects);
}

} // namespace thalweg
