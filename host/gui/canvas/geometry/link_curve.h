#pragma once

#include <QPainterPath>
#include <QPointF>

#include <vector>

namespace thalweg {

/// The way of a link: from an output to the right, through its reroute points, and from the left into an input. Made of
/// cubic Bézier curves that leave and arrive horizontally.
class LinkCurve {
public:
    LinkCurve() = default;
    LinkCurve(const QPointF &from, const QPointF &to, const std::vector<QPointF> &via = {});

    QPointF from() const { return points_.empty() ? QPointF() : points_.front(); }
    QPointF to() const { return points_.empty() ? QPointF() : points_.back(); }
    /// The ends, and between them the reroute points.
    const std::vector<QPointF> &points() const { return points_; }
    QPointF middle() const;

    const QPainterPath &path() const { return path_; }
    const QRectF &bounds() const { return bounds_; }

    /// To the nearest point of the curve; far beyond its bounds, at least the distance to these.
    double distance(const QPointF &point) const;

    /// Behind which of its points (0: the start) the curve is nearest to `point`: where a new reroute point belongs.
    std::size_t sectionAt(const QPointF &point) const;

    bool crosses(const QRectF &rect) const;

private:
    std::vector<QPointF> points_; ///< ends and reroute points
    std::vector<QPointF> line_; ///< the curve as a polyline, for distances
    QPainterPath path_;
    QRectF bounds_;
};

} // namespace thalweg
