#pragma once

#include <QPointF>

class QMimeData;

namespace thalweg {

class CanvasView;

/// Whether the canvas takes this: a node type of the palette, or files.
bool canDrop(const QMimeData &data);

/// Shows where a dragged node type would be inserted; an empty `type` clears that.
void showDropTarget(CanvasView &view, const QString &type, const QPointF &place);

/// Adds the node type at `place`, on the link below it where it fits there; tells of dropped files.
bool drop(CanvasView &view, const QMimeData &data, const QPointF &place);

} // namespace thalweg
