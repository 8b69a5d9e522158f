#pragma once

#include "gui/canvas/painting/canvas_style.h"

namespace thalweg {

/// A sentence below a point, readable at every zoom: why something cannot be.
void paintBubble(QPainter &painter, const QPointF &at, const QString &text, const CanvasStyle &style);

} // namespace thalweg
