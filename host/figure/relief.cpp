#include "figure/relief.h"

#include <algorithm>
#include <limits>

namespace thalweg {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> placed(const std::vector<double> &numbers, const AxisMap &axis, double end)
{
    std::vector<double> places(numbers.size());
    std::ranges::transform(numbers, places.begin(),
        [&](double number) { return ((axis.toPlot(number) - axis.lower) / (axis.upper - axis.lower) * 2 - 1) * end; });
    return places;
}

/// Which of the cells between rising numbers a place is in; the nearest where it is in none.
std::size_t cellAt(const std::vector<double> &rising, double place)
{
    const auto after = std::ranges::upper_bound(rising, place);
    const auto cell = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - rising.begin() - 1, 0));
    return std::min(cell, rising.size() - 2);
}

/// What is no number at one end does not reach the other.
double mix(double a, double b, double part)
{
    return part <= 0 ? a : part >= 1 ? b : a + part * (b - a);
}

/// Where points are to stand among `count` ones, in parts of their distance.
std::vector<double> places(std::size_t count, std::size_t least, std::size_t most)
{
    const std::size_t cells = count - 1;
    const std::size_t parts = (least + cells - 1) / cells;
    const std::size_t stride = (cells + most - 1) / most;
    std::vector<double> places;
    if (parts > 1)
        for (std::size_t i = 0; i <= cells * parts; ++i)
            places.push_back(static_cast<double>(i) / static_cast<double>(parts));
    else
        for (std::size_t i = 0; i < cells; i += stride)
            places.push_back(static_cast<double>(i));
    if (parts <= 1)
        places.push_back(static_cast<double>(cells));
    return places;
}

} // namespace

Relief::Relief(const Grid &grid, const AxisMap &x, const AxisMap &y, const AxisMap &z)
{
    if (grid.x.size() < 2 || grid.y.size() < 2 || grid.z.size() != grid.x.size() * grid.y.size())
        return;
    x_ = placed(grid.x, x, 1);
    y_ = placed(grid.y, y, 1);
    z_ = placed(grid.z, z, boxHeight);
    for (double &height : z_)
        height = std::isfinite(height) ? std::clamp(height, -boxHeight, boxHeight) : qQNaN();
    highest_ = boxHeight;
}

double Relief::between(double column, double row) const
{
    const std::size_t c = std::min(static_cast<std::size_t>(column), columns() - 2);
    const std::size_t r = std::min(static_cast<std::size_t>(row), rows() - 2);
    const double u = column - static_cast<double>(c);
    const double *low = z_.data() + r * columns() + c;
    const double *high = low + columns();
    return mix(mix(low[0], low[1], u), mix(high[0], high[1], u), row - static_cast<double>(r));
}

Relief Relief::withCells(std::size_t least, std::size_t most) const
{
    Relief other;
    other.highest_ = highest_;
    if (isEmpty())
        return other;
    const auto pick = [](const std::vector<double> &numbers, double place) {
        const std::size_t i = std::min(static_cast<std::size_t>(place), numbers.size() - 2);
        return mix(numbers[i], numbers[i + 1], place - static_cast<double>(i));
    };
    const std::vector<double> across = places(columns(), least, most);
    const std::vector<double> up = places(rows(), least, most);
    for (double place : across)
        other.x_.push_back(pick(x_, place));
    for (double row : up) {
        other.y_.push_back(pick(y_, row));
        for (double column : across)
            other.z_.push_back(between(column, row));
    }
    return other;
}

double Relief::height(double x, double y) const
{
    if (isEmpty() || !(x >= x_.front() && x <= x_.back() && y >= y_.front() && y <= y_.back()))
        return qQNaN();
    const std::size_t c = cellAt(x_, x);
    const std::size_t r = cellAt(y_, y);
    return between(static_cast<double>(c) + (x - x_[c]) / (x_[c + 1] - x_[c]),
        static_cast<double>(r) + (y - y_[r]) / (y_[r + 1] - y_[r]));
}

Point3 Relief::liftedOut(Point3 point) const
{
    const double surface = height(point.x, point.y);
    if (!std::isfinite(surface))
        return point;
    // What is between the points of the grid may be as far off as its neighbours differ.
    const std::size_t c = cellAt(x_, point.x);
    const std::size_t r = cellAt(y_, point.y);
    double least = surface;
    double greatest = surface;
    for (std::size_t row = r > 0 ? r - 1 : 0; row < std::min(r + 3, rows()); ++row) {
        for (std::size_t column = c > 0 ? c - 1 : 0; column < std::min(c + 3, columns()); ++column) {
            const double z = z_[row * columns() + column];
            least = std::min(least, std::isfinite(z) ? z : least);
            greatest = std::max(greatest, std::isfinite(z) ? z : greatest);
        }
    }
    constexpr double tiny = 0.004; // of a line's width on the page
    const double rough = greatest - least + tiny;
    if (point.z >= least - rough && point.z < surface + tiny)
        point.z = surface + tiny;
    return point;
}

/// Calls visit(t, z) wherever from + t · direction, t ≥ 0, crosses the upright wall over the edge of a cell (and
/// where it starts), t rising, with the height of the surface there; until visit() says false or the grid ends.
template <class Visit> void Relief::walk(const Point3 &from, const Point3 &direction, const Visit &visit) const
{
    if (!visit(0.0, height(from.x, from.y)))
        return;
    std::size_t c = cellAt(x_, from.x);
    std::size_t r = cellAt(y_, from.y);
    const std::size_t ahead = direction.x > 0 ? 1 : 0;
    const std::size_t above = direction.y > 0 ? 1 : 0;
    const auto z = [&](std::size_t column, std::size_t row) { return z_[row * columns() + column]; };
    while (true) {
        const double toColumn = direction.x == 0 ? infinity : (x_[c + ahead] - from.x) / direction.x;
        const double toRow = direction.y == 0 ? infinity : (y_[r + above] - from.y) / direction.y;
        if (toColumn == infinity && toRow == infinity)
            return;
        if (toColumn <= toRow) {
            const double part = (from.y + toColumn * direction.y - y_[r]) / (y_[r + 1] - y_[r]);
            const bool isEnd = ahead ? c + 2 == columns() : c == 0;
            if (!visit(toColumn, mix(z(c + ahead, r), z(c + ahead, r + 1), part)) || isEnd)
                return;
            c = ahead ? c + 1 : c - 1;
        } else {
            const double part = (from.x + toRow * direction.x - x_[c]) / (x_[c + 1] - x_[c]);
            const bool isEnd = above ? r + 2 == rows() : r == 0;
            if (!visit(toRow, mix(z(c, r + above), z(c + 1, r + above), part)) || isEnd)
                return;
            r = above ? r + 1 : r - 1;
        }
    }
}

bool Relief::hides(const Point3 &point, const Point3 &eye) const
{
    if (isEmpty())
        return false;
    bool isHidden = false;
    walk(point, eye, [&](double t, double surface) {
        const double ray = point.z + t * eye.z;
        isHidden = surface > ray;
        return !isHidden && ray <= highest_;
    });
    return isHidden;
}

std::optional<Point3> Relief::firstSeen(const Point3 &point, const Point3 &eye) const
{
    if (isEmpty())
        return {};
    // The ray over the floor of the grid, from its end that is nearest to the eye.
    double near = infinity;
    double far = -infinity;
    const auto cut = [&](double at, double step, double least, double greatest) {
        if (std::abs(step) < 1e-12)
            return at >= least && at <= greatest;
        near = std::min(near, std::max((least - at) / step, (greatest - at) / step));
        far = std::max(far, std::min((least - at) / step, (greatest - at) / step));
        return near >= far;
    };
    if (!cut(point.x, eye.x, x_.front(), x_.back()) || !cut(point.y, eye.y, y_.front(), y_.back()))
        return {};
    if (near == infinity) {
        const double z = height(point.x, point.y);
        return std::isfinite(z) ? std::optional(Point3 { point.x, point.y, z }) : std::nullopt;
    }
    Point3 from = along(point, near, eye);
    from.x = std::clamp(from.x, x_.front(), x_.back());
    from.y = std::clamp(from.y, y_.front(), y_.back());
    const Point3 away { -eye.x, -eye.y, -eye.z };
    std::optional<Point3> met;
    double lastT = 0;
    double last = qQNaN();
    walk(from, away, [&](double t, double surface) {
        const double above = from.z + t * away.z - surface;
        if (above * last <= 0) {
            const double part = last == above ? 0 : last / (last - above);
            met = along(from, lastT + part * (t - lastT), away);
        }
        lastT = t;
        last = above;
        return !met;
    });
    return met;
}

} // namespace thalweg
