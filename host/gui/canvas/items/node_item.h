#pragma once

#include "graph/link_edits.h"
#include "gui/canvas/items/item_types.h"
#include "gui/canvas/painting/node_picture.h"

namespace thalweg {

/// A node on the canvas. Shows what it is told to show; its position is the node's place.
class NodeItem : public QGraphicsItem {
public:
    enum { Type = NodeItemType };
    int type() const override { return Type; }

    NodeItem();

    void setLook(NodeLook look, std::shared_ptr<const CanvasStyle> style);
    void setStatus(const NodeStatus &status);
    const NodeLook &look() const { return picture_.look; }
    const NodeShape &shapeOfNode() const { return picture_.shape; }
    const NodePicture &picture() const { return picture_; }
    const QString &id() const { return picture_.look.id; }

    /// In scene coordinates.
    QRectF card() const { return picture_.shape.card.translated(pos()); }
    QPointF portPosition(Side side, const QString &port) const;

    void setFocused(bool focused);
    void setHovered(bool hovered, bool eyeHovered = false);
    /// While a link is dragged: how large the ports are, 1 as usual. Empty lists set them back.
    void setPortSizes(std::vector<float> inputs, std::vector<float> outputs);
    /// Turns the wheel of a node that runs.
    void turn();

    QRectF boundingRect() const override { return nodeBounds(picture_.shape); }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::shared_ptr<const CanvasStyle> style_;
    NodePicture picture_;
    NodeFrame frame_;
    std::vector<float> inputSizes_, outputSizes_;
};

} // namespace thalweg
