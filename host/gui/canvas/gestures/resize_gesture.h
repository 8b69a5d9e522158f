#pragma once

#include "gui/canvas/gestures/gesture.h"

#include <QRectF>

namespace thalweg {

class AnnotationItem;
class CanvasView;

/// Makes a note or a frame larger or smaller by its corner.
class ResizeGesture : public Gesture {
public:
    ResizeGesture(CanvasView &view, const AnnotationItem &item, const Pointer &start);

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;

private:
    void show(const QRectF &rect);

    CanvasView &view_;
    qsizetype index_;
    QRectF before_;
    QRectF now_;
    QPointF start_;
};

} // namespace thalweg
