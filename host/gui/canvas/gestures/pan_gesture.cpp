#include "gui/canvas/gestures/pan_gesture.h"

#include "gui/canvas/canvas_view.h"

namespace thalweg {

PanGesture::PanGesture(CanvasView &view, const Pointer &start) : view_(view), last_(start.viewport)
{
    view_.viewport()->setCursor(Qt::ClosedHandCursor);
}

void PanGesture::move(const Pointer &pointer)
{
    view_.navigation().panBy(last_ - pointer.viewport);
    last_ = pointer.viewport;
}

void PanGesture::finish(const Pointer &)
{
    view_.viewport()->unsetCursor();
}

} // namespace thalweg
