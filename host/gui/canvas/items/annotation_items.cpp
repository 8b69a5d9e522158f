#include "gui/canvas/items/annotation_items.h"

#include <QPainter>

namespace thalweg {

AnnotationItem::AnnotationItem()
{
    setFlag(ItemIsSelectable);
}

void AnnotationItem::setHovered(bool hovered)
{
    frame_.isHovered = hovered;
    update();
}

void AnnotationItem::showAt(const QRectF &rect)
{
    prepareGeometryChange();
    size_ = rect.size();
    setPos(rect.topLeft());
    update();
}

bool AnnotationItem::isAtCorner(const QPointF &scenePosition) const
{
    const QPointF corner = rect().bottomRight();
    return QRectF(corner - QPointF(resizeReach, resizeReach), corner + QPointF(4, 4)).contains(scenePosition);
}

QRectF AnnotationItem::boundingRect() const
{
    // The title of a frame that is seen from afar stands on it.
    return QRectF(QPointF(), size_).adjusted(-16, -96, 16, 20);
}

NoteItem::NoteItem()
{
    setZValue(noteLevel);
}

void NoteItem::setNote(const Note &note, std::shared_ptr<const CanvasStyle> style)
{
    note_ = note;
    style_ = std::move(style);
    fillNote(text_, note_, *style_);
    AnnotationItem::showAt(note_.rect);
}

void NoteItem::showAt(const QRectF &rect)
{
    if (rect.width() != note_.rect.width()) {
        note_.rect = rect;
        fillNote(text_, note_, *style_);
    }
    note_.rect = rect;
    AnnotationItem::showAt(rect);
}

void NoteItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    frame_.isSelected = isSelected();
    paintNote(*painter, note_, text_, frame_, *style_);
}

FrameItem::FrameItem()
{
    setZValue(frameLevel);
}

void FrameItem::setFrame(const Frame &shown, std::shared_ptr<const CanvasStyle> style)
{
    shown_ = shown;
    style_ = std::move(style);
    AnnotationItem::showAt(shown_.rect);
}

void FrameItem::showAt(const QRectF &rect)
{
    shown_.rect = rect;
    AnnotationItem::showAt(rect);
}

bool FrameItem::contains(const QPointF &point) const
{
    const QRectF rect(QPointF(), shown_.rect.size());
    if (!rect.adjusted(-4, -4, 4, 4).contains(point))
        return false;
    return point.y() < frameTitleHeight || !rect.adjusted(6, 0, -6, -6).contains(point) || isAtCorner(point + pos());
}

void FrameItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    frame_.isSelected = isSelected();
    paintFrame(*painter, shown_, frame_, *style_);
}

} // namespace thalweg
