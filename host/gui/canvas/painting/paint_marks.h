#pragma once

#include "gui/canvas/painting/node_look.h"

namespace thalweg {

/// The colour that stands for the state of a node; invalid where there is nothing to tell.
QColor stateColour(const NodeLook &look, const Theme &theme);

/// The state as a sign that can be told by its shape alone. `turn` moves the wheel of a node of unknown progress.
void paintStateMark(QPainter &painter, const QRectF &rect, const NodeLook &look, int turn, const CanvasStyle &style);

/// Filled where it is linked; a pill takes many links, a diamond drives a parameter. `size` 1 is as usual.
void paintPort(QPainter &painter, const PortLook &port, const QPointF &centre, double size, const CanvasStyle &style);

void paintEye(QPainter &painter, const QRectF &rect, const QColor &colour);

} // namespace thalweg
