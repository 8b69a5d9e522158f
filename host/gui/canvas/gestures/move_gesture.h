#pragma once

#include "gui/canvas/canvas_scene.h"
#include "gui/canvas/gestures/gesture.h"

#include <QPointer>

namespace thalweg {

class CanvasView;

/// Moves what is selected, in line with what stays: edges, middles, and ports that links join. Shift keeps to one
/// direction, Ctrl lets nothing snap. A node without links that is let go on a link is put into it; Alt takes a node
/// out of its links and joins these behind it.
class MoveGesture : public Gesture {
public:
    MoveGesture(CanvasView &view, const QGraphicsItem &pressed, const Pointer &start);
    ~MoveGesture() override;

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;
    void paint(QPainter &painter, const CanvasStyle &style) const override;

private:
    void begin();
    QPointF snapped(const QPointF &offset);
    /// The link that the only node that is moved would be put into.
    const Link *linkBelow() const;
    void setTarget(const Link *link);

    CanvasView &view_;
    Pointer start_;
    QString pressedNode_; ///< empty: an annotation was pressed
    qsizetype pressedAnnotation_ = -1;
    bool hasBegun_ = false; ///< it was moved far enough not to be a click
    Selection moved_;
    std::vector<QRectF> rects_; ///< of what is moved, as it began
    std::vector<QRectF> still_; ///< of what is in sight and stays
    std::vector<std::pair<QPointF, QPointF>> ends_; ///< of links from what is moved to what stays, as it began
    QPointF offset_;
    std::vector<QLineF> guides_;
    std::optional<Link> target_;
};

} // namespace thalweg
