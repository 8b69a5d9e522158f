#pragma once

#include <QPoint>
#include <QTimer>

#include <functional>

namespace thalweg {

/// Scrolls while something is dragged near the edge of the canvas, the faster the nearer.
class AutoScroll {
public:
    /// `scroll` moves the canvas by so many pixels.
    explicit AutoScroll(std::function<void(const QPoint &)> scroll);

    void follow(const QPoint &mouse, const QSize &viewport);
    void stop() { timer_.stop(); }

private:
    QTimer timer_;
    QPoint speed_; ///< pixels a frame
};

} // namespace thalweg
