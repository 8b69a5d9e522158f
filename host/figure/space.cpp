#include "figure/space.h"

#include <QLineF>

#include <algorithm>

namespace thalweg {

namespace {

constexpr QPointF nowhere { std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN() };

bool isIn(const Point3 &point)
{
    constexpr double slack = 1 + 1e-9;
    constexpr double above = 0.01; // a point that was lifted out of the surface
    return std::abs(point.x) <= slack && std::abs(point.y) <= slack && std::abs(point.z) <= boxHeight + above;
}

double place(const AxisMap &axis, double number)
{
    return (axis.toPlot(number) - axis.lower) / (axis.upper - axis.lower) * 2 - 1;
}

double number(const AxisMap &axis, double place)
{
    return axis.fromPlot(axis.lower + (place + 1) / 2 * (axis.upper - axis.lower));
}

std::vector<Point3> points(
    const Space &space, const std::vector<double> &x, const std::vector<double> &y, const std::vector<double> &z)
{
    std::vector<Point3> points;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        Point3 point = space.toBox(x[i], y[i], i < z.size() ? z[i] : space.z.fromPlot(space.z.lower));
        if (z.empty())
            point.z = -boxHeight;
        points.push_back(space.relief.liftedOut(point));
    }
    return points;
}

} // namespace

const SurfaceLayer *findSurface(const FigureContent &figure)
{
    for (const Layer &layer : figure.layers)
        if (const auto *surface = std::get_if<SurfaceLayer>(&layer.shape))
            return surface;
    return nullptr;
}

Point3 Space::toBox(double atX, double atY, double atZ) const
{
    return { place(x, atX), place(y, atY), place(z, atZ) * boxHeight };
}

QPointF Space::seen(const Point3 &point) const
{
    return isIn(point) && !relief.hides(point, projection.eye()) ? projection.toPage(point) : nowhere;
}

std::vector<QPolygonF> Space::seenLine(
    const std::vector<double> &atX, const std::vector<double> &atY, const std::vector<double> &atZ) const
{
    std::vector<QPolygonF> parts;
    const std::vector<Point3> line = points(*this, atX, atY, atZ);
    constexpr double fine = 0.008; // a point or so on the page
    constexpr double most = 400;
    QPolygonF part;
    QPointF last = nowhere; // seen, and not yet in the part
    bool isCut = false; // before the part
    const auto end = [&](bool isCutHere) {
        if (!part.isEmpty() && std::isfinite(last.x()))
            part += last;
        // Where a line grazes the surface, crumbs of it would come out.
        constexpr double crumb = 0.02;
        const bool isCrumb = isCut && isCutHere && part.size() == 2 && QLineF(part[0], part[1]).length() < crumb;
        if (part.size() > 1 && !isCrumb)
            parts.push_back(std::move(part));
        part = {};
        last = nowhere;
        isCut = isCutHere;
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point3 &to = line[i];
        const Point3 &from = line[i > 0 ? i - 1 : 0];
        const Point3 step { to.x - from.x, to.y - from.y, to.z - from.z };
        const double length = std::sqrt(dot(step, step));
        const int count = length > 0 ? static_cast<int>(std::clamp(std::ceil(length / fine), 1.0, most)) : 1;
        for (int k = 1; k <= count; ++k) {
            const QPointF page = seen(k == count ? to : relief.liftedOut(along(from, double(k) / count, step)));
            if (!std::isfinite(page.x())) {
                end(true);
                continue;
            }
            // Points between are kept only where the line begins or ends to be seen.
            last = page;
            if (part.isEmpty() || k == count) {
                part += page;
                last = nowhere;
            }
        }
    }
    end(false);
    return parts;
}

QPolygonF Space::seenPoints(
    const std::vector<double> &atX, const std::vector<double> &atY, const std::vector<double> &atZ) const
{
    QPolygonF found;
    for (const Point3 &point : points(*this, atX, atY, atZ))
        found += seen(point);
    return found;
}

QPointF Space::onSurface(double atX, double atY) const
{
    Point3 point = toBox(atX, atY, 0);
    point.z = relief.height(point.x, point.y);
    return std::isfinite(point.z) ? projection.toPage(point) : nowhere;
}

QPointF Space::pick(const QPointF &page) const
{
    const std::optional<Point3> met = relief.firstSeen(projection.fromPage(page), projection.eye());
    return met ? QPointF(number(x, met->x), number(y, met->y)) : nowhere;
}

Space makeSpace(const FigureContent &figure, const Extents &covered, const Viewpoint &view)
{
    Space space { .x = axisMap(figure.x, covered.x, 0),
        .y = axisMap(figure.y, covered.y, 0),
        .z = axisMap(figure.z, covered.z, 0),
        .projection = Projection(view),
        .relief = {} };
    if (!space.isEmpty())
        space.relief = Relief(findSurface(figure)->map.grid, space.x, space.y, space.z);
    return space;
}

} // namespace thalweg
