#include "gui/canvas/gestures/drop.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "gui/palette/categories.h"

#include <QMimeData>
#include <QUrl>

namespace thalweg {

namespace {

/// Where the card of a new node lies that is held in the middle of its header.
QRectF cardAt(const QPointF &place)
{
    const double height = nodeShape(1, 1, nodeMinimumWidth).card.height();
    return { QPointF(std::round(place.x() - nodeMinimumWidth / 2), std::round(place.y() - nodeHeaderHeight / 2)),
        QSizeF(nodeMinimumWidth, height) };
}

QString typeOf(const QMimeData &data)
{
    return QString::fromUtf8(data.data(QLatin1String(nodeTypeMime)));
}

} // namespace

bool canDrop(const QMimeData &data)
{
    return data.hasFormat(QLatin1String(nodeTypeMime)) || data.hasUrls();
}

void showDropTarget(CanvasView &view, const QString &type, const QPointF &place)
{
    CanvasScene &scene = view.canvas();
    const Link *below = type.isEmpty()
        ? nullptr
        : linkToInsert(scene, newNode(scene.graph(), scene.nodeTypes(), type), cardAt(place));
    for (LinkItem *item : scene.links())
        item->setTarget(below && item->link() == *below);
}

bool drop(CanvasView &view, const QMimeData &data, const QPointF &place)
{
    showDropTarget(view, {}, place);
    if (data.hasFormat(QLatin1String(nodeTypeMime))) {
        const CanvasScene &scene = view.canvas();
        const QString type = typeOf(data);
        const QRectF card = cardAt(place);
        const Node node = newNode(scene.graph(), scene.nodeTypes(), type);
        if (const Link *below = linkToInsert(scene, node, card)) {
            if (!view.make(insertOnLink(scene.graph(), scene.nodeTypes(), node, card.topLeft(), *below)))
                return false;
            view.select({ node.id });
            view.setFocusNode(node.id);
            return true;
        }
        return !view.addNode(type, card.topLeft()).isEmpty();
    }
    QPointF next = place;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile()) {
            Q_EMIT view.fileDropped(url.toLocalFile(), next);
            next += QPointF(0, 130);
        }
    return next != place;
}

} // namespace thalweg
