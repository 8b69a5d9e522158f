#include "graph/selection.h"

#include "graph/edit_builder.h"
#include "graph/edit_parts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace thalweg {

namespace {

std::optional<QRectF> areaOf(const Annotation &annotation)
{
    if (const auto *note = std::get_if<Note>(&annotation))
        return note->rect;
    if (const auto *frame = std::get_if<Frame>(&annotation))
        return frame->rect;
    return {};
}

QString nameOfMove(const Selection &selection)
{
    if (selection.nodes.size() == 1 && selection.annotations.empty())
        return QCoreApplication::translate("Edit", "Move node %1").arg(selection.nodes.first());
    return selection.annotations.empty() ? QCoreApplication::translate("Edit", "Move nodes")
                                         : QCoreApplication::translate("Edit", "Move");
}

} // namespace

Selection withContents(const Graph &graph, const Selection &selection, const NodeSizes &sizes)
{
    std::vector<Annotation> annotations;
    for (const QJsonValue &json : graph.annotations)
        annotations.push_back(annotationOf(json));
    QSet<QString> nodes(selection.nodes.begin(), selection.nodes.end());
    std::vector<bool> moves(annotations.size());
    for (const qsizetype index : selection.annotations) {
        if (index < 0 || index >= graph.annotations.size())
            continue;
        const auto i = static_cast<std::size_t>(index);
        moves[i] = true;
        const auto *frame = std::get_if<Frame>(&annotations[i]);
        if (!frame)
            continue;
        for (const QString &id : nodesWithin(graph, sizes, frame->rect))
            nodes.insert(id);
        for (std::size_t other = 0; other < annotations.size(); ++other)
            if (const std::optional<QRectF> rect = areaOf(annotations[other]))
                moves[other] = moves[other] || frame->rect.contains(*rect);
    }
    for (std::size_t i = 0; i < annotations.size(); ++i)
        if (const auto *reroute = std::get_if<Reroute>(&annotations[i]))
            moves[i] = moves[i] || (nodes.contains(reroute->link.from.node) && nodes.contains(reroute->link.to.node));

    Selection whole;
    for (const Node &node : graph.nodes)
        if (nodes.contains(node.id))
            whole.nodes += node.id;
    for (std::size_t i = 0; i < moves.size(); ++i)
        if (moves[i])
            whole.annotations.push_back(static_cast<qsizetype>(i));
    return whole;
}

Edit moveSelection(const Graph &graph, const Selection &selection, const QPointF &offset, const QString &gesture)
{
    Edit edit { nameOfMove(selection), {}, gesture.isEmpty() ? QString() : QStringLiteral("move ") + gesture };
    if (offset.isNull())
        return edit;
    Details details = detailsOf(graph);
    const QSet<QString> nodes(selection.nodes.begin(), selection.nodes.end());
    for (const Node &node : graph.nodes)
        if (nodes.contains(node.id))
            details.layout.insert(node.id, toJson(placeOf(graph, node.id) + offset));
    for (const qsizetype index : selection.annotations)
        if (index >= 0 && index < details.annotations.size())
            details.annotations[index] = moved(details.annotations[index], offset);
    changeDetails(edit.changes, graph, details);
    return edit;
}

Edit nudge(const Graph &graph, const Selection &selection, const QPointF &offset)
{
    QStringList what = selection.nodes;
    what.sort();
    for (const qsizetype index : selection.annotations)
        what += QString::number(index);
    return moveSelection(graph, selection, offset, QStringLiteral("nudge ") + what.join(QLatin1Char(' ')));
}

Edit removeSelection(const Graph &graph, const Selection &selection)
{
    EditBuilder builder(graph);
    const Edit annotations = removeAnnotations(graph, selection.annotations);
    builder.add(annotations);
    const Edit nodes = removeNodes(builder.graph(), selection.nodes);
    builder.add(nodes);
    if (nodes.changes.empty())
        return builder.edit(annotations.name);
    return builder.edit(
        annotations.changes.empty() ? nodes.name : QCoreApplication::translate("Edit", "Remove selection"));
}

} // namespace thalweg
