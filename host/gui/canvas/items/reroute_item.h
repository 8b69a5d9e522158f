#pragma once

#include "graph/graph.h"
#include "gui/canvas/items/item_types.h"
#include "gui/canvas/painting/paint_annotations.h"

#include <memory>

namespace thalweg {

/// A point that a link goes through.
class RerouteItem : public QGraphicsItem {
public:
    enum { Type = RerouteItemType };
    int type() const override { return Type; }

    RerouteItem(Link link, std::size_t point);

    const Link &link() const { return link_; }
    std::size_t point() const { return point_; } ///< index into the points of the link's reroute

    void setColour(const QString &colour, std::shared_ptr<const CanvasStyle> style);
    void setHovered(bool hovered);

    QRectF boundingRect() const override { return { -10, -10, 20, 20 }; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Link link_;
    std::size_t point_;
    QString colour_;
    AnnotationFrame frame_;
    std::shared_ptr<const CanvasStyle> style_;
};

} // namespace thalweg
