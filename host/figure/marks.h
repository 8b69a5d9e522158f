#pragma once

#include "figure/layers.h"

namespace thalweg {

/// The width of the white edge around what lies on a heat map, in points.
inline constexpr double edgeWidth = 1.2;

QPen linePen(const QColor &colour, double width, bool dashed);

/// Lines one after the other, with a gap between two.
QCPAbstractPlottable *addPolylines(const Canvas &canvas, const std::vector<QPolygonF> &lines, const QPen &pen);

/// Those of the points that lie on the canvas.
QCPGraph *addMarkers(const Canvas &canvas, const QPolygonF &points, const QCPScatterStyle &style);

/// The ends of an error bar: short level lines.
QCPScatterStyle capStyle(const QColor &colour, double width);

QCPScatterStyle markerStyle(const Canvas &canvas, const ScatterLayer &scatter, const QColor &colour);

} // namespace thalweg
