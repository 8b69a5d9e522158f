#pragma once

#include <thalweg/figure.h>

#include <QPointF>

namespace thalweg {

/// A place in the box of a figure with a surface: x and y from −1 to 1, z from −boxHeight to boxHeight.
struct Point3 {
    double x = 0, y = 0, z = 0;
};

inline constexpr double boxHeight = 0.62;

/// How a box is seen from afar: parallels stay parallel, and lengths do not depend on the distance.
class Projection {
public:
    /// The elevation is kept within 5° … 90°: a surface is looked at from above.
    explicit Projection(const Viewpoint &from);

    /// Right and up on the page, in the unit of the box, whose middle is at (0, 0).
    QPointF toPage(const Point3 &point) const;
    /// The point in the plane through the middle of the box, across the view, that is seen at this place.
    Point3 fromPage(const QPointF &page) const;

    const Point3 &eye() const { return eye_; } ///< of length 1, as the other two: towards the eye
    const Point3 &right() const { return right_; }
    const Point3 &up() const { return up_; }

private:
    Point3 eye_, right_, up_;
};

inline double dot(const Point3 &a, const Point3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

inline Point3 along(const Point3 &from, double length, const Point3 &direction)
{
    return { from.x + length * direction.x, from.y + length * direction.y, from.z + length * direction.z };
}

} // namespace thalweg
