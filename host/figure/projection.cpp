#include "figure/projection.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

Projection::Projection(const Viewpoint &from)
{
    constexpr double degree = M_PI / 180;
    const double a = std::isfinite(from.azimuth) ? from.azimuth * degree : 0;
    const double e = std::isfinite(from.elevation) ? std::clamp(from.elevation, 5.0, 90.0) * degree : M_PI / 4;
    eye_ = { std::cos(e) * std::cos(a), std::cos(e) * std::sin(a), std::sin(e) };
    right_ = { -std::sin(a), std::cos(a), 0 };
    up_ = { -std::sin(e) * std::cos(a), -std::sin(e) * std::sin(a), std::cos(e) };
}

QPointF Projection::toPage(const Point3 &point) const
{
    return { dot(point, right_), dot(point, up_) };
}

Point3 Projection::fromPage(const QPointF &page) const
{
    return along(along({}, page.x(), right_), page.y(), up_);
}

} // namespace thalweg
