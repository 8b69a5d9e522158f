#include "gui/canvas/items/link_item.h"

#include <QPainter>
#include <QPainterPathStroker>

namespace thalweg {

namespace {

constexpr double reach = 7; ///< how near the mouse must come

} // namespace

LinkItem::LinkItem(Link link) : link_(std::move(link))
{
    setFlag(ItemIsSelectable);
    setZValue(linkLevel);
}

void LinkItem::setCurve(LinkCurve curve)
{
    prepareGeometryChange();
    curve_ = std::move(curve);
}

void LinkItem::setLook(LinkLook look, std::shared_ptr<const CanvasStyle> style)
{
    look_ = std::move(look);
    style_ = std::move(style);
    update();
}

void LinkItem::setHovered(bool hovered)
{
    frame_.isHovered = hovered;
    setZValue(hovered ? raisedLinkLevel : linkLevel);
    update();
}

void LinkItem::setTarget(bool target)
{
    frame_.isTarget = target;
    update();
}

QRectF LinkItem::boundingRect() const
{
    return curve_.bounds().adjusted(-reach, -reach, reach, reach);
}

QPainterPath LinkItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    return stroker.createStroke(curve_.path());
}

bool LinkItem::contains(const QPointF &point) const
{
    return curve_.distance(point) <= reach;
}

void LinkItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    frame_.isSelected = isSelected();
    paintLink(*painter, curve_, look_, frame_, *style_);
}

} // namespace thalweg
