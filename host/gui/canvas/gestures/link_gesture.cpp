#include "gui/canvas/gestures/link_gesture.h"

#include "graph/edit_builder.h"
#include "gui/canvas/canvas_view.h"
#include "gui/canvas/hit_test.h"
#include "gui/canvas/painting/paint_bubble.h"
#include "gui/canvas/painting/paint_link.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace thalweg {

namespace {

constexpr double magnetReach = 72; ///< canvas units within which ports answer
constexpr double catchReach = 26; ///< within which a fitting port holds the link
constexpr double refuseReach = 14; ///< within which an unfitting port says why

} // namespace

LinkGesture::LinkGesture(CanvasView &view, const End &held, Side side, const std::optional<Link> &taken)
    : view_(view), held_(held), side_(side), taken_(taken), graph_(view.canvas().graph())
{
    CanvasScene &scene = view_.canvas();
    if (taken_)
        std::erase(graph_.links, *taken_);
    fitting_ = linkable(graph_, scene.nodeTypes(), held_, side_);
    for (const End &end : fitting_)
        fittingTexts_.insert(end.text());
    if (const NodeItem *node = scene.node(held_.node)) {
        anchor_ = node->portPosition(side_, held_.port);
        const auto &ports = side_ == Side::Output ? node->look().outputs : node->look().inputs;
        const auto port = std::ranges::find(ports, held_.port, &PortLook::name);
        if (port != ports.end())
            colour_ = port->colour;
    }
    end_ = anchor_;
    if (const LinkItem *item = taken_ ? scene.link(*taken_) : nullptr)
        end_ = side_ == Side::Output ? item->curve().to() : item->curve().from();
    else
        wasTaken_ = true;
}

LinkGesture::~LinkGesture()
{
    clearPorts();
    if (LinkItem *item = taken_ ? view_.canvas().link(*taken_) : nullptr)
        item->setVisible(true);
}

bool LinkGesture::fits(const End &end) const
{
    return fittingTexts_.contains(end.text());
}

LinkGesture::Near LinkGesture::sizePorts(const QPointF &mouse)
{
    CanvasScene &scene = view_.canvas();
    const Side other = side_ == Side::Output ? Side::Input : Side::Output;
    Near nearest;
    nearest.distance = magnetReach;
    Near nearestFit = nearest;
    clearPorts();
    const QRectF around(mouse - QPointF(magnetReach, magnetReach), QSizeF(2 * magnetReach, 2 * magnetReach));
    for (QGraphicsItem *item : scene.items(around, Qt::IntersectsItemBoundingRect)) {
        auto *node = qgraphicsitem_cast<NodeItem *>(item);
        if (!node)
            continue;
        const NodePicture &picture = node->picture();
        const auto &ports = other == Side::Input ? picture.look.inputs : picture.look.outputs;
        const auto &centres = other == Side::Input ? picture.shape.inputs : picture.shape.outputs;
        std::vector<float> sizes;
        for (std::size_t i = 0; i < ports.size(); ++i) {
            const End end { node->id(), ports[i].name };
            const double distance = QLineF(node->pos() + centres[i], mouse).length();
            const double part = std::clamp(1 - distance / magnetReach, 0.0, 1.0);
            const bool isFit = fits(end);
            sizes.push_back(static_cast<float>(isFit ? 1 + 0.9 * part : 1 - 0.5 * part));
            const Near found { end, distance, node->pos() + centres[i], isFit };
            if (distance < nearest.distance)
                nearest = found;
            if (isFit && distance < nearestFit.distance)
                nearestFit = found;
        }
        node->setPortSizes(
            other == Side::Input ? sizes : std::vector<float>(), other == Side::Output ? sizes : std::vector<float>());
        sized_.insert(node->id());
    }
    if (nearestFit.port && nearestFit.distance < catchReach
        && (nearest.fits || nearest.distance > refuseReach || nearestFit.distance < nearest.distance + 4))
        return nearestFit;
    return nearest;
}

void LinkGesture::clearPorts()
{
    for (const QString &id : std::exchange(sized_, {}))
        if (NodeItem *node = view_.canvas().node(id))
            node->setPortSizes({}, {});
}

std::vector<End> LinkGesture::fitsOn(const NodeItem &node) const
{
    std::vector<End> ends;
    // Ports that are seen first, in their order; then parameters.
    const auto &ports = side_ == Side::Output ? node.look().inputs : node.look().outputs;
    for (const PortLook &port : ports)
        if (const End end { node.id(), port.name }; fits(end))
            ends.push_back(end);
    for (const End &end : fitting_)
        if (end.node == node.id() && std::ranges::find(ends, end) == ends.end())
            ends.push_back(end);
    return ends;
}

void LinkGesture::aim(const QPointF &mouse)
{
    target_.reset();
    refusal_.clear();
    end_ = mouse;
    const Near near = sizePorts(mouse);
    if (near.port && near.fits && near.distance < catchReach) {
        target_ = near.port;
        end_ = near.place;
        return;
    }
    CanvasScene &scene = view_.canvas();
    if (near.port && near.distance < refuseReach && *near.port != held_) {
        if (const auto refused = refusalIfReplaced(graph_, scene.nodeTypes(), linkFromDrag(held_, side_, *near.port)))
            refusal_ = refused->message;
        refusedAt_ = near.place;
        return;
    }
    const CanvasHit hit = hitTest(scene, mouse);
    if (hit.part != CanvasHit::Part::Node && hit.part != CanvasHit::Part::Eye)
        return;
    if (const std::vector<End> ends = fitsOn(*hit.node); !ends.empty()) {
        const NodeType *type = scene.nodeTypes().find(graph_.find(hit.node->id())->type);
        const bool isPort = side_ == Side::Input || (type && type->input(ends.front().port));
        if (isPort) {
            target_ = ends.front();
            end_ = hit.node->portPosition(side_ == Side::Output ? Side::Input : Side::Output, target_->port);
        }
    } else if (hit.node->id() != held_.node) {
        // Say it of the first port: the one that a person would have meant.
        const auto &ports = side_ == Side::Output ? hit.node->look().inputs : hit.node->look().outputs;
        if (!ports.empty()) {
            if (const auto refused = refusalIfReplaced(
                    graph_, scene.nodeTypes(), linkFromDrag(held_, side_, { hit.node->id(), ports.front().name })))
                refusal_ = refused->message;
        } else {
            refusal_ = side_ == Side::Output ? CanvasView::tr("has no inputs") : CanvasView::tr("has no outputs");
        }
        refusedAt_ = mouse;
    }
}

void LinkGesture::move(const Pointer &pointer)
{
    if (!wasTaken_ && QLineF(pointer.scene, end_).length() > 8) {
        wasTaken_ = true;
        if (LinkItem *item = view_.canvas().link(*taken_))
            item->setVisible(false);
    }
    if (!wasTaken_)
        return;
    const QString before = refusal_;
    aim(pointer.scene);
    if (!refusal_.isEmpty() && refusal_ != before)
        view_.announce(refusal_);
    view_.viewport()->update();
}

void LinkGesture::drop(const End &end)
{
    CanvasScene &scene = view_.canvas();
    const Link link = linkFromDrag(held_, side_, end);
    if (taken_ == link)
        return;
    EditBuilder builder(scene.graph());
    if (taken_)
        builder.add(removeLink(builder.graph(), *taken_));
    const Result<Edit> linked = linkOrReplace(builder.graph(), scene.nodeTypes(), link);
    if (!linked) {
        view_.make(linked);
        return;
    }
    builder.add(*linked);
    view_.make(builder.edit(taken_ ? CanvasView::tr("Move link to %1").arg(end.text()) : linked->name));
}

void LinkGesture::offerParameters(const std::vector<End> &parameters, const QPoint &viewport)
{
    auto *menu = new QMenu(&view_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(CanvasView::tr("Drive a parameter"));
    for (const End &end : parameters)
        QObject::connect(menu->addAction(end.port), &QAction::triggered, &view_,
            [&view = view_, link = linkFromDrag(held_, side_, end)] {
                view.make(linkOrReplace(view.canvas().graph(), view.canvas().nodeTypes(), link));
            });
    menu->popup(view_.viewport()->mapToGlobal(viewport));
}

void LinkGesture::finish(const Pointer &pointer)
{
    if (wasTaken_)
        aim(pointer.scene);
    const std::optional<End> target = target_;
    clearPorts();
    view_.viewport()->update();
    if (!wasTaken_) { // a click
        view_.canvas().clearSelection();
        if (LinkItem *item = view_.canvas().link(*taken_))
            item->setSelected(true);
        return;
    }
    if (target) {
        drop(*target);
        return;
    }
    if (!refusal_.isEmpty()) {
        view_.announce(refusal_);
        return;
    }
    const CanvasHit hit = hitTest(view_.canvas(), pointer.scene);
    if (hit.node) {
        // Only parameters fit. (One node's own other side is not a drop at all.)
        if (const std::vector<End> ends = fitsOn(*hit.node); !ends.empty() && side_ == Side::Output && !taken_)
            offerParameters(ends, pointer.viewport);
        return;
    }
    if (taken_)
        view_.make(removeLink(view_.canvas().graph(), *taken_));
    else if (QLineF(pointer.scene, anchor_).length() > 2 * portReach)
        view_.openQuickSearch(pointer.scene, {}, OpenEnd { held_, side_ });
}

void LinkGesture::cancel()
{
    clearPorts();
    view_.viewport()->update();
}

void LinkGesture::paint(QPainter &painter, const CanvasStyle &style) const
{
    if (!wasTaken_)
        return;
    const LinkCurve curve = side_ == Side::Output ? LinkCurve(anchor_, end_) : LinkCurve(end_, anchor_);
    paintLink(painter, curve, { .colour = colour_, .problem = {} }, { .isHovered = target_.has_value() }, style);
    painter.setPen(QPen(style.theme.card, 1.4));
    painter.setBrush(target_ ? style.theme.accent : style.value(colour_));
    if (!target_)
        painter.drawEllipse(end_, portRadius - 1, portRadius - 1);
    if (!refusal_.isEmpty())
        paintBubble(painter, refusedAt_, refusal_, style);
}

} // namespace thalweg
