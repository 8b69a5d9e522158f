#include "gui/canvas/items/node_item.h"

#include <QPainter>

#include <algorithm>

namespace thalweg {

namespace {

/// Whether the picture's texts say something else.
bool readsDifferent(const NodeStatus &a, const NodeStatus &b)
{
    if (a.state != b.state || a.seconds != b.seconds || a.problem != b.problem || a.outputs.size() != b.outputs.size())
        return true;
    return !std::ranges::equal(a.outputs, b.outputs,
        [](const OutputStatus &x, const OutputStatus &y) { return x.text == y.text && x.summary == y.summary; });
}

} // namespace

NodeItem::NodeItem()
{
    setFlag(ItemIsSelectable);
    setZValue(nodeLevel);
}

void NodeItem::setLook(NodeLook look, std::shared_ptr<const CanvasStyle> style)
{
    prepareGeometryChange();
    style_ = std::move(style);
    picture_ = NodePicture(std::move(look), *style_);
    inputSizes_.clear();
    outputSizes_.clear();
    update();
}

void NodeItem::setStatus(const NodeStatus &status)
{
    if (readsDifferent(picture_.look.status, status)) {
        NodeLook look = picture_.look;
        look.status = status;
        picture_ = NodePicture(std::move(look), *style_);
        update();
    } else if (picture_.look.status.progress != status.progress) {
        picture_.look.status.progress = status.progress;
        update(picture_.shape.header);
    }
}

QPointF NodeItem::portPosition(Side side, const QString &port) const
{
    const std::vector<PortLook> &ports = side == Side::Input ? picture_.look.inputs : picture_.look.outputs;
    const auto found = std::ranges::find(ports, port, &PortLook::name);
    const auto &centres = side == Side::Input ? picture_.shape.inputs : picture_.shape.outputs;
    if (found == ports.end())
        return pos();
    return pos() + centres[static_cast<std::size_t>(found - ports.begin())];
}

void NodeItem::setFocused(bool focused)
{
    frame_.hasFocus = focused;
    update();
}

void NodeItem::setHovered(bool hovered, bool eyeHovered)
{
    if (frame_.isHovered == hovered && frame_.eyeIsHovered == eyeHovered)
        return;
    frame_.isHovered = hovered;
    frame_.eyeIsHovered = eyeHovered;
    update();
}

void NodeItem::setPortSizes(std::vector<float> inputs, std::vector<float> outputs)
{
    inputSizes_ = std::move(inputs);
    outputSizes_ = std::move(outputs);
    update();
}

void NodeItem::turn()
{
    frame_.turn = (frame_.turn + 1) % 16;
    update(picture_.shape.stateMark.adjusted(-1, -1, 1, 1));
}

QPainterPath NodeItem::shape() const
{
    // Ports stick out.
    QPainterPath path;
    path.addRect(picture_.shape.card.adjusted(-portReach, 0, portReach, 0));
    return path;
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    frame_.isSelected = isSelected();
    frame_.inputSizes = inputSizes_.empty() ? nullptr : &inputSizes_;
    frame_.outputSizes = outputSizes_.empty() ? nullptr : &outputSizes_;
    paintNode(*painter, picture_, frame_, *style_);
}

} // namespace thalweg
