#include "gui/canvas/items/reroute_item.h"

#include <QPainter>

namespace thalweg {

RerouteItem::RerouteItem(Link link, std::size_t point) : link_(std::move(link)), point_(point)
{
    setFlag(ItemIsSelectable);
    setZValue(rerouteLevel);
}

void RerouteItem::setColour(const QString &colour, std::shared_ptr<const CanvasStyle> style)
{
    colour_ = colour;
    style_ = std::move(style);
    update();
}

void RerouteItem::setHovered(bool hovered)
{
    frame_.isHovered = hovered;
    update();
}

void RerouteItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    frame_.isSelected = isSelected();
    paintReroute(*painter, style_->value(colour_), frame_, *style_);
}

} // namespace thalweg
