#include "gui/canvas/hit_test.h"

#include <QLineF>

namespace thalweg {

namespace {

constexpr double linkEndReach = 26; ///< of a link's length, from its end, that takes it off

CanvasHit nodeHit(NodeItem *item, const QPointF &place)
{
    using Part = CanvasHit::Part;
    const NodePicture &picture = item->picture();
    const QPointF local = place - item->pos();
    if (const int port = portAt(picture.shape.outputs, local); port >= 0)
        return { .part = Part::Port,
            .node = item,
            .side = Side::Output,
            .port = picture.look.outputs[static_cast<std::size_t>(port)].name };
    if (const int port = portAt(picture.shape.inputs, local); port >= 0)
        return { .part = Part::Port,
            .node = item,
            .side = Side::Input,
            .port = picture.look.inputs[static_cast<std::size_t>(port)].name };
    if (!picture.shape.card.contains(local))
        return {};
    if (picture.canOpen && picture.shape.eye.adjusted(-3, -2, 3, 2).contains(local))
        return { .part = Part::Eye, .node = item };
    return { .part = Part::Node, .node = item };
}

CanvasHit linkHit(LinkItem *item, const QPointF &place)
{
    const QPointF from = item->curve().from(), to = item->curve().to();
    const double reach = std::min(linkEndReach, QLineF(from, to).length() / 3);
    if (QLineF(place, to).length() < reach)
        return { .part = CanvasHit::Part::LinkEnd, .side = Side::Input, .link = item };
    if (QLineF(place, from).length() < reach)
        return { .part = CanvasHit::Part::LinkEnd, .side = Side::Output, .link = item };
    return { .part = CanvasHit::Part::Link, .link = item };
}

} // namespace

QGraphicsItem *CanvasHit::item() const
{
    if (node)
        return node;
    if (link)
        return link;
    if (reroute)
        return reroute;
    return annotation;
}

CanvasHit hitTest(const CanvasScene &scene, const QPointF &place)
{
    using Part = CanvasHit::Part;
    const QRectF around(place - QPointF(portReach, portReach), QSizeF(2 * portReach, 2 * portReach));
    CanvasHit onCard;
    // A port wins over all that lies on it: of two nodes side by side, each port can be reached.
    for (QGraphicsItem *item : scene.items(around, Qt::IntersectsItemBoundingRect))
        if (auto *node = qgraphicsitem_cast<NodeItem *>(item)) {
            const CanvasHit hit = nodeHit(node, place);
            if (hit.part == Part::Port)
                return hit;
            if (hit.part != Part::Nothing && onCard.part == Part::Nothing)
                onCard = hit;
        }
    for (QGraphicsItem *item : scene.items(place, Qt::IntersectsItemShape)) {
        if (auto *reroute = qgraphicsitem_cast<RerouteItem *>(item))
            return { .part = Part::Reroute, .reroute = reroute };
        if (onCard.part != Part::Nothing)
            return onCard;
        if (auto *link = qgraphicsitem_cast<LinkItem *>(item))
            return linkHit(link, place);
        const bool isNote = item->type() == NoteItemType;
        if (isNote || item->type() == FrameItemType) {
            auto *annotation = static_cast<AnnotationItem *>(item);
            if (!isNote && !annotation->contains(place - annotation->pos()))
                continue;
            return { .part = annotation->isAtCorner(place) ? Part::Corner
                    : isNote                               ? Part::Note
                                                           : Part::Frame,
                .annotation = annotation };
        }
    }
    return onCard;
}

} // namespace thalweg
