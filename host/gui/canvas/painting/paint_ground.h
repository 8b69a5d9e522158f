#pragma once

#include "gui/canvas/painting/canvas_style.h"

#include <vector>

namespace thalweg {

/// The canvas below everything: its colour, and a grid of dots that thins out from afar. `dots` is room that is kept
/// from frame to frame.
void paintGround(QPainter &painter, const QRectF &rect, const CanvasStyle &style, std::vector<QPointF> &dots);

} // namespace thalweg
