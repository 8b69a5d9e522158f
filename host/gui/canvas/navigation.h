#pragma once

#include <QPoint>
#include <QRectF>

class QGraphicsView;

namespace thalweg {

/// Moving about on a canvas: zoom and place of what is seen.
class Navigation {
public:
    static constexpr double minimum = 0.1, maximum = 4;

    explicit Navigation(QGraphicsView &view) : view_(view) { }

    double scale() const;
    /// What lies below `anchor` (viewport) stays there.
    void zoomTo(double scale, const QPoint &anchor);
    /// Around the middle.
    void zoomTo(double scale);
    void zoomBy(double factor, const QPoint &anchor) { zoomTo(scale() * factor, anchor); }
    /// The next of the round steps, larger (1) or smaller (-1).
    void step(int direction);

    /// Shows all of `rect` (scene) in the middle, at most at `largest`.
    void fit(const QRectF &rect, double largest = 1);
    /// In pixels.
    void panBy(const QPoint &pixels);
    /// Moves only as far as it takes to see `rect`.
    void ensureVisible(const QRectF &rect);

private:
    QGraphicsView &view_;
};

} // namespace thalweg
