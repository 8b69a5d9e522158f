#pragma once

#include "graph/graph.h"
#include "gui/canvas/items/item_types.h"
#include "gui/canvas/painting/paint_link.h"

#include <memory>

namespace thalweg {

/// A link on the canvas; its position is always the origin.
class LinkItem : public QGraphicsItem {
public:
    enum { Type = LinkItemType };
    int type() const override { return Type; }

    explicit LinkItem(Link link);

    const Link &link() const { return link_; }
    const LinkCurve &curve() const { return curve_; }
    const LinkLook &look() const { return look_; }

    void setCurve(LinkCurve curve);
    void setLook(LinkLook look, std::shared_ptr<const CanvasStyle> style);
    void setHovered(bool hovered);
    void setTarget(bool target);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    bool contains(const QPointF &point) const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Link link_;
    LinkCurve curve_;
    LinkLook look_;
    LinkFrame frame_;
    std::shared_ptr<const CanvasStyle> style_;
};

} // namespace thalweg
