#include "gui/canvas/navigation.h"

#include <QGraphicsView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace thalweg {

double Navigation::scale() const
{
    return view_.transform().m11();
}

void Navigation::zoomTo(double wanted, const QPoint &anchor)
{
    double scale = std::clamp(wanted, minimum, maximum);
    if (std::abs(scale - 1) < 0.02)
        scale = 1; // letters are sharpest there
    if (scale == this->scale())
        return;
    const QPointF below = view_.mapToScene(anchor);
    view_.setTransform(QTransform::fromScale(scale, scale));
    panBy(view_.mapFromScene(below) - anchor);
}

void Navigation::zoomTo(double scale)
{
    zoomTo(scale, view_.viewport()->rect().center());
}

void Navigation::step(int direction)
{
    constexpr double steps[] = { 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4 };
    if (direction > 0) {
        const auto next = std::ranges::find_if(steps, [&](double step) { return step > scale() * 1.01; });
        zoomTo(next == std::end(steps) ? maximum : *next);
    } else {
        double next = minimum;
        for (const double step : steps)
            if (step < scale() * 0.99)
                next = step;
        zoomTo(next);
    }
}

void Navigation::fit(const QRectF &rect, double largest)
{
    if (rect.isEmpty()) {
        zoomTo(1);
        view_.centerOn(rect.center());
        return;
    }
    constexpr double margin = 36; // pixels
    const QSizeF room(std::max(50.0, view_.viewport()->width() - 2 * margin),
        std::max(50.0, view_.viewport()->height() - 2 * margin));
    const double scale = std::min({ room.width() / rect.width(), room.height() / rect.height(), largest });
    zoomTo(scale);
    view_.centerOn(rect.center());
}

void Navigation::panBy(const QPoint &pixels)
{
    view_.horizontalScrollBar()->setValue(view_.horizontalScrollBar()->value() + pixels.x());
    view_.verticalScrollBar()->setValue(view_.verticalScrollBar()->value() + pixels.y());
}

void Navigation::ensureVisible(const QRectF &rect)
{
    view_.ensureVisible(rect, 40, 40);
}

} // namespace thalweg
