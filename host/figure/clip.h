#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace thalweg {

/// The parts of a line of points that lie inside `window`; a point that is not finite is a gap. Files must hold nothing
/// beyond the axes, for SVG does not clip, and far-off points overflow what draws them.
std::vector<QPolygonF> clippedLine(const QPolygonF &points, const QRectF &window);

/// The part of a polygon inside `window`.
QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &window);

} // namespace thalweg
