#pragma once

#include "gui/canvas/gestures/gesture.h"

#include <QList>
#include <QRectF>

class QGraphicsItem;

namespace thalweg {

class CanvasView;

/// Selects what a rectangle touches; frames and notes it must hold whole. Shift or Ctrl add to what is selected.
class RubberBandGesture : public Gesture {
public:
    RubberBandGesture(CanvasView &view, const Pointer &start);

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;
    void paint(QPainter &painter, const CanvasStyle &style) const override;

private:
    void select(const QRectF &band);

    CanvasView &view_;
    QPointF start_;
    QRectF band_;
    QStringList before_; ///< selected nodes
    bool adds_;
};

} // namespace thalweg
