#include "graph/arrange.h"

#include "graph/edit_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

/// Those of `ids` that are in the graph, with where they are, each once.
std::vector<std::pair<QString, QRectF>> rectsOf(const Graph &graph, const QStringList &ids, const NodeSizes &sizes)
{
    std::vector<std::pair<QString, QRectF>> rects;
    for (const Node &node : graph.nodes)
        if (ids.contains(node.id))
            rects.emplace_back(node.id, rectOf(graph, sizes, node.id));
    return rects;
}

QPointF aligned(const QRectF &rect, const QRectF &around, Alignment alignment)
{
    QRectF moved = rect;
    switch (alignment) {
    case Alignment::Left:
        moved.moveLeft(around.left());
        break;
    case Alignment::Centre:
        moved.moveCenter({ around.center().x(), rect.center().y() });
        break;
    case Alignment::Right:
        moved.moveRight(around.right());
        break;
    case Alignment::Top:
        moved.moveTop(around.top());
        break;
    case Alignment::Middle:
        moved.moveCenter({ rect.center().x(), around.center().y() });
        break;
    case Alignment::Bottom:
        moved.moveBottom(around.bottom());
        break;
    }
    return moved.topLeft();
}

QString nameOf(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left:
        return QCoreApplication::translate("Edit", "Align left");
    case Alignment::Centre:
        return QCoreApplication::translate("Edit", "Align centres");
    case Alignment::Right:
        return QCoreApplication::translate("Edit", "Align right");
    case Alignment::Top:
        return QCoreApplication::translate("Edit", "Align top");
    case Alignment::Middle:
        return QCoreApplication::translate("Edit", "Align middles");
    case Alignment::Bottom:
        return QCoreApplication::translate("Edit", "Align bottom");
    }
    Q_UNREACHABLE();
}

/// Moves the nodes; those that stay where they are get no place that they did not have.
Edit moveTo(const Graph &graph, QHash<QString, QPointF> places, const QString &name)
{
    places.removeIf([&](const auto place) { return placeOf(graph, place.key()) == place.value(); });
    Edit edit = moveNodes(graph, places);
    edit.name = name;
    return edit;
}

} // namespace

QRectF rectOf(const Graph &graph, const NodeSizes &sizes, const QString &id)
{
    return { placeOf(graph, id), sizes.value(id, QSizeF(0, 0)) };
}

Edit align(const Graph &graph, const QStringList &ids, Alignment alignment, const NodeSizes &sizes)
{
    const auto nodes = rectsOf(graph, ids, sizes);
    std::vector<QRectF> rects;
    for (const auto &[id, rect] : nodes)
        rects.push_back(rect);
    const QRectF whole = around(rects);
    QHash<QString, QPointF> places;
    for (const auto &[id, rect] : nodes)
        places.insert(id, aligned(rect, whole, alignment));
    return moveTo(graph, places, nameOf(alignment));
}

Edit distribute(const Graph &graph, const QStringList &ids, Qt::Orientation orientation, const NodeSizes &sizes)
{
    const bool isHorizontal = orientation == Qt::Horizontal;
    const auto middle = [&](const QRectF &rect) { return isHorizontal ? rect.center().x() : rect.center().y(); };
    const auto length = [&](const QRectF &rect) { return isHorizontal ? rect.width() : rect.height(); };
    auto nodes = rectsOf(graph, ids, sizes);
    std::ranges::stable_sort(nodes, [&](const auto &a, const auto &b) { return middle(a.second) < middle(b.second); });

    QHash<QString, QPointF> places;
    if (nodes.size() >= 3) {
        const QRectF first = nodes.front().second;
        const QRectF last = nodes.back().second;
        qreal free = middle(last) - middle(first) - (length(first) + length(last)) / 2;
        for (std::size_t i = 1; i + 1 < nodes.size(); ++i)
            free -= length(nodes[i].second);
        const qreal gap = free / static_cast<qreal>(nodes.size() - 1);
        qreal at = middle(first) + length(first) / 2 + gap;
        for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
            const auto &[id, rect] = nodes[i];
            places.insert(id, isHorizontal ? QPointF(at, rect.top()) : QPointF(rect.left(), at));
            at += length(rect) + gap;
        }
    }
    return moveTo(graph, places,
        isHorizontal ? QCoreApplication::translate("Edit", "Distribute horizontally")
                     : QCoreApplication::translate("Edit", "Distribute vertically"));
}

} // namespace thalweg
