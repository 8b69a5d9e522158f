#include "gui/canvas/auto_scroll.h"

#include <QSize>

#include <algorithm>

namespace thalweg {

namespace {

constexpr int edge = 28; ///< pixels in which it scrolls
constexpr int fastest = 24;

int speedAt(int position, int length)
{
    if (position < edge)
        return -std::min(fastest, (edge - position) / 2 + 1);
    if (position > length - edge)
        return std::min(fastest, (position - length + edge) / 2 + 1);
    return 0;
}

} // namespace

AutoScroll::AutoScroll(std::function<void(const QPoint &)> scroll)
{
    timer_.setInterval(16);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this, scroll = std::move(scroll)] { scroll(speed_); });
}

void AutoScroll::follow(const QPoint &mouse, const QSize &viewport)
{
    speed_ = QPoint(speedAt(mouse.x(), viewport.width()), speedAt(mouse.y(), viewport.height()));
    if (speed_.isNull())
        timer_.stop();
    else if (!timer_.isActive())
        timer_.start();
}

} // namespace thalweg
