#pragma once

#include "figure/axis_map.h"
#include "figure/projection.h"

#include <optional>
#include <vector>

namespace thalweg {

/// A surface in the box of its figure: heights over a grid, whose cells are bilinear. Where a height is not a number
/// the cells around it are holes.
class Relief {
public:
    Relief() = default;
    /// Heights beyond the ends of the axis `z` lie at its ends. Empty where the grid has no cell.
    Relief(const Grid &grid, const AxisMap &x, const AxisMap &y, const AxisMap &z);

    bool isEmpty() const { return z_.empty(); }
    std::size_t columns() const { return x_.size(); }
    std::size_t rows() const { return y_.size(); }
    Point3 corner(std::size_t column, std::size_t row) const
    {
        return { x_[column], y_[row], z_[row * columns() + column] };
    }

    /// The same surface with at least `least` cells along each side, and with at most about `most`, by leaving out
    /// points.
    Relief withCells(std::size_t least, std::size_t most) const;

    /// Not a number in a hole and beyond the grid.
    double height(double x, double y) const;

    /// A point that lies on the surface as far as the cells are fine enough to tell is lifted to it, and a little
    /// above; others stay.
    Point3 liftedOut(Point3 point) const;

    /// Whether the surface is between the point and an eye in this direction. Exact to the width of a cell.
    bool hides(const Point3 &point, const Point3 &eye) const;

    /// Where the ray through a point meets the surface first, seen from the eye.
    std::optional<Point3> firstSeen(const Point3 &point, const Point3 &eye) const;

private:
    double between(double column, double row) const;
    template <class Visit> void walk(const Point3 &from, const Point3 &direction, const Visit &visit) const;

    std::vector<double> x_, y_, z_; ///< box coordinates
    double highest_ = 0;
};

} // namespace thalweg
