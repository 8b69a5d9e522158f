#include "graph/snap.h"

#include "graph/edit_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace thalweg {

namespace {

QRectF turned(const QRectF &rect)
{
    return { rect.y(), rect.x(), rect.height(), rect.width() };
}

std::array<qreal, 3> edges(const QRectF &rect)
{
    return { rect.left(), rect.center().x(), rect.right() };
}

/// How far to the right `moving` is to go so that one of its edges meets one of a still rectangle; nothing where none
/// is within reach.
std::optional<qreal> nearest(const QRectF &moving, const std::vector<QRectF> &still, qreal reach)
{
    std::optional<qreal> best;
    for (const QRectF &rect : still)
        for (const qreal there : edges(rect))
            for (const qreal here : edges(moving))
                if (const qreal way = there - here;
                    std::abs(way) <= reach && (!best || std::abs(way) < std::abs(*best)))
                    best = way;
    return best;
}

/// Upright lines along the edges of `moved` that meet one of a still rectangle.
void addGuides(std::vector<QLineF> &guides, const QRectF &moved, const std::vector<QRectF> &still, bool isTurned)
{
    constexpr qreal same = 1e-6; // what is left of a difference of two places
    for (const qreal here : edges(moved)) {
        qreal top = moved.top();
        qreal bottom = moved.bottom();
        bool meets = false;
        for (const QRectF &rect : still)
            for (const qreal there : edges(rect))
                if (std::abs(here - there) < same) {
                    meets = true;
                    top = std::min(top, rect.top());
                    bottom = std::max(bottom, rect.bottom());
                }
        if (meets)
            guides.push_back(isTurned ? QLineF(top, here, bottom, here) : QLineF(here, top, here, bottom));
    }
}

} // namespace

Snap snap(const std::vector<QRectF> &moving, const std::vector<QRectF> &still, qreal reach)
{
    if (moving.empty() || still.empty())
        return {};
    const QRectF whole = around(moving);
    std::vector<QRectF> stillTurned;
    for (const QRectF &rect : still)
        stillTurned.push_back(turned(rect));
    const std::optional<qreal> x = nearest(whole, still, reach);
    const std::optional<qreal> y = nearest(turned(whole), stillTurned, reach);

    Snap snap { { x.value_or(0), y.value_or(0) }, {} };
    const QRectF moved = whole.translated(snap.offset);
    if (x)
        addGuides(snap.guides, moved, still, false);
    if (y)
        addGuides(snap.guides, turned(moved), stillTurned, true);
    return snap;
}

} // namespace thalweg
