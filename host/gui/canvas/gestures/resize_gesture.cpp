#include "gui/canvas/gestures/resize_gesture.h"

#include "gui/canvas/canvas_view.h"

#include <cmath>

namespace thalweg {

ResizeGesture::ResizeGesture(CanvasView &view, const AnnotationItem &item, const Pointer &start)
    : view_(view), index_(item.index()), before_(item.rect()), now_(before_), start_(start.scene)
{
}

void ResizeGesture::move(const Pointer &pointer)
{
    constexpr double narrowest = 60, lowest = 40;
    const QPointF offset = pointer.scene - start_;
    now_ = QRectF(before_.topLeft(),
        QSizeF(std::round(std::max(narrowest, before_.width() + offset.x())),
            std::round(std::max(lowest, before_.height() + offset.y()))));
    show(now_);
}

void ResizeGesture::finish(const Pointer &)
{
    const Graph &graph = view_.canvas().graph();
    if (now_ == before_ || index_ >= graph.annotations.size())
        return;
    Annotation annotation = annotationOf(graph.annotations.at(index_));
    if (auto *note = std::get_if<Note>(&annotation))
        note->rect = now_;
    else if (auto *frame = std::get_if<Frame>(&annotation))
        frame->rect = now_;
    view_.make(changeAnnotation(graph, index_, annotation));
}

void ResizeGesture::cancel()
{
    show(before_);
}

void ResizeGesture::show(const QRectF &rect)
{
    for (AnnotationItem *item : view_.canvas().annotations())
        if (item->index() == index_)
            item->showAt(rect);
}

} // namespace thalweg
