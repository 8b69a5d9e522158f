#pragma once

#include "figure/extent.h"
#include "figure/relief.h"

#include <QPolygonF>

namespace thalweg {

/// The first surface of a figure; null: there is none, and the figure is flat.
const SurfaceLayer *findSurface(const FigureContent &figure);

/// What a figure with a surface is drawn in: its axes, the box that they span, how it is seen, and what hides the rest.
struct Space {
    AxisMap x, y, z;
    Projection projection;
    Relief relief;

    bool isEmpty() const { return x.isEmpty || y.isEmpty || z.isEmpty; }

    /// Not finite where an axis cannot show the number.
    Point3 toBox(double x, double y, double z) const;
    /// On the page; not finite where the point is hidden, or is outside the box.
    QPointF seen(const Point3 &point) const;
    /// Those parts of a line through points that are seen, on the page. An empty z is the floor.
    std::vector<QPolygonF> seenLine(
        const std::vector<double> &x, const std::vector<double> &y, const std::vector<double> &z) const;
    QPolygonF seenPoints(
        const std::vector<double> &x, const std::vector<double> &y, const std::vector<double> &z) const;

    /// Where the surface over (x, y) is on the page, hidden or not; not finite where there is none.
    QPointF onSurface(double x, double y) const;
    /// The (x, y) of the surface that is seen at a place of the page; not finite where none is.
    QPointF pick(const QPointF &page) const;
};

/// Of a figure that has a surface.
Space makeSpace(const FigureContent &figure, const Extents &covered, const Viewpoint &view);

} // namespace thalweg
