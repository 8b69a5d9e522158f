#include "gui/canvas/geometry/link_curve.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr std::size_t piecesASection = 20;

/// How far a curve runs on straight before it turns. A link that goes back needs room to swing around.
double reach(const QPointF &from, const QPointF &to)
{
    const double dx = to.x() - from.x();
    const double dy = std::abs(to.y() - from.y());
    if (dx >= 0)
        return std::clamp(dx * 0.5, std::min(24.0, dy), 160.0);
    return std::clamp(-dx * 0.5 + dy * 0.15, 48.0, 180.0);
}

double distanceToSegment(const QPointF &point, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double length2 = QPointF::dotProduct(along, along);
    const double part = length2 > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length2, 0.0, 1.0) : 0.0;
    return QLineF(point, a + part * along).length();
}

} // namespace

LinkCurve::LinkCurve(const QPointF &from, const QPointF &to, const std::vector<QPointF> &via)
{
    points_.reserve(via.size() + 2);
    points_.push_back(from);
    points_.insert(points_.end(), via.begin(), via.end());
    points_.push_back(to);

    path_.moveTo(from);
    line_.reserve((points_.size() - 1) * piecesASection + 1);
    line_.push_back(from);
    for (std::size_t i = 1; i < points_.size(); ++i) {
        const QPointF a = points_[i - 1];
        const QPointF b = points_[i];
        const QPointF turn(reach(a, b), 0);
        path_.cubicTo(a + turn, b - turn, b);
        for (std::size_t piece = 1; piece <= piecesASection; ++piece) {
            const double t = static_cast<double>(piece) / piecesASection;
            const double s = 1 - t;
            line_.push_back(s * s * s * a + 3 * s * s * t * (a + turn) + 3 * s * t * t * (b - turn) + t * t * t * b);
        }
    }
    // A straight link is no empty rectangle: those touch nothing.
    bounds_ = path_.controlPointRect().adjusted(-0.5, -0.5, 0.5, 0.5);
}

QPointF LinkCurve::middle() const
{
    return line_.empty() ? QPointF() : line_[line_.size() / 2];
}

double LinkCurve::distance(const QPointF &point) const
{
    constexpr double far = 64;
    const double dx = std::max({ bounds_.left() - point.x(), point.x() - bounds_.right(), 0.0 });
    const double dy = std::max({ bounds_.top() - point.y(), point.y() - bounds_.bottom(), 0.0 });
    if (dx > far || dy > far)
        return std::hypot(dx, dy);
    double least = std::hypot(dx, dy) + 1e9;
    for (std::size_t i = 1; i < line_.size(); ++i)
        least = std::min(least, distanceToSegment(point, line_[i - 1], line_[i]));
    return least;
}

std::size_t LinkCurve::sectionAt(const QPointF &point) const
{
    std::size_t nearest = 0;
    double least = 1e300;
    for (std::size_t i = 1; i < line_.size(); ++i)
        if (const double distance = distanceToSegment(point, line_[i - 1], line_[i]); distance < least) {
            least = distance;
            nearest = (i - 1) / piecesASection;
        }
    return nearest;
}

bool LinkCurve::crosses(const QRectF &rect) const
{
    if (!bounds_.intersects(rect))
        return false;
    const QLineF edges[] = { { rect.topLeft(), rect.topRight() }, { rect.topRight(), rect.bottomRight() },
        { rect.bottomRight(), rect.bottomLeft() }, { rect.bottomLeft(), rect.topLeft() } };
    for (std::size_t i = 0; i < line_.size(); ++i) {
        if (rect.contains(line_[i]))
            return true;
        if (i > 0)
            for (const QLineF &edge : edges)
                if (edge.intersects(QLineF(line_[i - 1], line_[i])) == QLineF::BoundedIntersection)
                    return true;
    }
    return false;
}

} // namespace thalweg
