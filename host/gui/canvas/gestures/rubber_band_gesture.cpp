#include "gui/canvas/gestures/rubber_band_gesture.h"

#include "gui/canvas/canvas_view.h"

#include <QPainter>

namespace thalweg {

RubberBandGesture::RubberBandGesture(CanvasView &view, const Pointer &start)
    : view_(view), start_(start.scene), before_(view.selectedNodes()),
      adds_(start.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
{
    if (!adds_)
        view_.canvas().clearSelection();
}

void RubberBandGesture::move(const Pointer &pointer)
{
    band_ = QRectF(start_, pointer.scene).normalized();
    select(band_);
    view_.viewport()->update();
}

void RubberBandGesture::finish(const Pointer &)
{
    band_ = {};
    view_.viewport()->update();
}

void RubberBandGesture::cancel()
{
    band_ = {};
    view_.select(before_);
    view_.viewport()->update();
}

void RubberBandGesture::select(const QRectF &band)
{
    CanvasScene &scene = view_.canvas();
    QSignalBlocker blocker(scene); // told once, at the end
    for (NodeItem *node : scene.nodes())
        node->setSelected(band.intersects(node->card()) || (adds_ && before_.contains(node->id())));
    for (AnnotationItem *annotation : scene.annotations())
        annotation->setSelected(band.contains(annotation->rect()));
    for (LinkItem *link : scene.links())
        link->setSelected(band.contains(link->curve().bounds()));
    blocker.unblock();
    Q_EMIT scene.selectionChanged();
}

void RubberBandGesture::paint(QPainter &painter, const CanvasStyle &style) const
{
    if (band_.isEmpty())
        return;
    QColor fill = style.theme.accent;
    fill.setAlphaF(0.12f);
    QPen pen(style.theme.accent, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRect(band_);
}

} // namespace thalweg
