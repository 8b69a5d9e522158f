#include "gui/canvas/geometry/homes.h"

namespace thalweg {

QHash<QString, QPointF> placesForHomeless(const Graph &graph, const NodeSizes &sizes)
{
    QStringList homeless;
    for (const Node &node : graph.nodes)
        if (!graph.layout.contains(node.id))
            homeless += node.id;
    if (homeless.isEmpty())
        return {};
    const bool isAll = homeless.size() == static_cast<qsizetype>(graph.nodes.size());
    Graph tidied = graph;
    for (const Change &change : tidy(tidied, sizes, isAll ? QStringList() : homeless).changes)
        apply(tidied, change);
    QRectF placed; // what they must stand below
    for (const Node &node : graph.nodes)
        if (!homeless.contains(node.id))
            placed |= rectOf(graph, sizes, node.id);
    QRectF block;
    for (const QString &id : homeless)
        block |= rectOf(tidied, sizes, id);
    constexpr double gap = 40;
    const QPointF offset = isAll ? QPointF() : QPointF(placed.left(), placed.bottom() + gap) - block.topLeft();
    QHash<QString, QPointF> places;
    for (const QString &id : homeless)
        places.insert(id, rectOf(tidied, sizes, id).topLeft() + offset);
    return places;
}

} // namespace thalweg
