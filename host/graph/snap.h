#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace thalweg {

/// What is to be added to a drag so that edges meet, and the lines to be drawn that say why.
struct Snap {
    QPointF offset; ///< null where nothing is near
    std::vector<QLineF> guides; ///< along the edges and middles that meet then, each as long as the rectangles it joins
};

/// Lines up left, middle or right and top, middle or bottom of what is moved with those of what stays, where they are
/// no further than `reach` from each other, the nearest first. The rectangles are where they would be without snapping.
Snap snap(const std::vector<QRectF> &moving, const std::vector<QRectF> &still, qreal reach);

} // namespace thalweg
