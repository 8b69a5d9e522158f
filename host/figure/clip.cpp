#include "figure/clip.h"

#include <QLineF>

#include <cmath>
#include <optional>

namespace thalweg {

namespace {

bool isFinite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Liang and Barsky (1984): the part of a segment inside the window.
std::optional<QLineF> clippedSegment(const QPointF &from, const QPointF &to, const QRectF &window)
{
    const QPointF step = to - from;
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double at = distance / direction;
        if (direction < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    if (!cut(-step.x(), from.x() - window.left()) || !cut(step.x(), window.right() - from.x())
        || !cut(-step.y(), from.y() - window.top()) || !cut(step.y(), window.bottom() - from.y()))
        return {};
    return QLineF(enter == 0 ? from : from + enter * step, leave == 1 ? to : from + leave * step);
}

/// One side of Sutherland and Hodgman (1974): what `inside` (≥ 0 inside, linear) keeps.
template <class Inside> QPolygonF clippedAtSide(const QPolygonF &polygon, Inside inside)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &from = polygon[i];
        const QPointF &to = polygon[(i + 1) % polygon.size()];
        const double a = inside(from);
        const double b = inside(to);
        if (a >= 0)
            kept += from;
        if ((a >= 0) != (b >= 0))
            kept += from + a / (a - b) * (to - from);
    }
    return kept;
}

} // namespace

std::vector<QPolygonF> clippedLine(const QPolygonF &points, const QRectF &window)
{
    std::vector<QPolygonF> parts;
    bool joined = false; // the last part goes on with the next segment
    for (qsizetype i = 1; i < points.size(); ++i) {
        const bool drawn = isFinite(points[i - 1]) && isFinite(points[i]);
        const std::optional<QLineF> inside
            = drawn ? clippedSegment(points[i - 1], points[i], window) : std::optional<QLineF>();
        if (!inside) {
            joined = false;
            continue;
        }
        if (!joined)
            parts.push_back({ inside->p1() });
        parts.back() += inside->p2();
        joined = inside->p2() == points[i];
    }
    return parts;
}

QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &window)
{
    QPolygonF kept = clippedAtSide(polygon, [&](const QPointF &p) { return p.x() - window.left(); });
    kept = clippedAtSide(kept, [&](const QPointF &p) { return window.right() - p.x(); });
    kept = clippedAtSide(kept, [&](const QPointF &p) { return p.y() - window.top(); });
    return clippedAtSide(kept, [&](const QPointF &p) { return window.bottom() - p.y(); });
}

} // namespace thalweg
