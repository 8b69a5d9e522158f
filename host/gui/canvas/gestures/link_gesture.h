#pragma once

#include "gui/canvas/canvas_scene.h"
#include "gui/canvas/gestures/gesture.h"

namespace thalweg {

class CanvasView;

/// Draws a link from a port, in either direction, or takes one off its port. Near the mouse, ports that fit grow and
/// the others shrink; the nearest that fits attracts the link, one that does not says why. Let go on a node's card, it
/// goes to the first port there that fits; let go on the empty canvas, the quick search offers what fits.
class LinkGesture : public Gesture {
public:
    /// `held` is the end that stays, on `side`. `taken` is the link that was taken off, where there is one.
    LinkGesture(CanvasView &view, const End &held, Side side, const std::optional<Link> &taken = {});
    ~LinkGesture() override;

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;
    void paint(QPainter &painter, const CanvasStyle &style) const override;

private:
    struct Near {
        std::optional<End> port; ///< the nearest
        double distance = 0;
        QPointF place = {};
        bool fits = false;
    };

    Near sizePorts(const QPointF &mouse);
    void clearPorts();
    bool fits(const End &end) const;
    std::vector<End> fitsOn(const NodeItem &node) const;
    void aim(const QPointF &mouse);
    void drop(const End &end);
    void offerParameters(const std::vector<End> &parameters, const QPoint &viewport);

    CanvasView &view_;
    End held_;
    Side side_;
    std::optional<Link> taken_;
    Graph graph_; ///< without the link that was taken off
    std::vector<End> fitting_; ///< what can be linked to the held end
    QSet<QString> fittingTexts_;
    QString colour_;
    QPointF anchor_, end_;
    std::optional<End> target_; ///< where it would be linked
    bool wasTaken_ = false; ///< the link was pulled far enough from its port
    QString refusal_; ///< why it cannot be linked to what the mouse is at
    QPointF refusedAt_;
    QSet<QString> sized_; ///< nodes whose ports are not of their usual size
};

} // namespace thalweg
