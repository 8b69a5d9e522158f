#include "gui/canvas/geometry/neighbour.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg {

int neighbour(const std::vector<QRectF> &rects, const QRectF &from, Direction direction)
{
    int nearest = -1;
    double least = 0;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const QPointF way = rects[i].center() - from.center();
        const bool isAcross = direction == Direction::Left || direction == Direction::Right;
        const double sign = direction == Direction::Right || direction == Direction::Down ? 1 : -1;
        const double ahead = sign * (isAcross ? way.x() : way.y());
        const double aside = std::abs(isAcross ? way.y() : way.x());
        // Within a right angle around the direction, a little more for what only just lies ahead.
        if (ahead <= 1 || aside > 2 * ahead)
            continue;
        const double distance = ahead + 2 * aside;
        if (nearest < 0 || distance < least) {
            nearest = static_cast<int>(i);
            least = distance;
        }
    }
    return nearest;
}

std::vector<int> readingOrder(const std::vector<QRectF> &rects)
{
    constexpr double columnWidth = 110; // half the distance of two columns of nodes
    std::vector<int> order(rects.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int i) {
        const QRectF &rect = rects[static_cast<std::size_t>(i)];
        return std::pair(std::floor(rect.left() / columnWidth), rect.top());
    };
    std::ranges::stable_sort(order, {}, key);
    return order;
}

} // namespace thalweg
