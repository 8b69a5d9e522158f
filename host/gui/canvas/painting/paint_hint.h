#pragma once

#include "gui/canvas/painting/canvas_style.h"

namespace thalweg {

/// What to do first, in the middle of an empty canvas. In pixels of the viewport, which is `room`.
void paintHint(QPainter &painter, const QRectF &room, const CanvasStyle &style);

} // namespace thalweg
