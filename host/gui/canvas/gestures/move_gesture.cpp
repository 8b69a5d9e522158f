#include "gui/canvas/gestures/move_gesture.h"

#include "graph/edit_builder.h"
#include "graph/snap.h"
#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double snapReach = 7; ///< pixels

/// How far to move down so that one of the links is straight; nothing where none nearly is.
std::optional<double> straightening(
    const std::vector<std::pair<QPointF, QPointF>> &ends, const QPointF &offset, double reach)
{
    std::optional<double> best;
    for (const auto &[own, other] : ends)
        if (const double away = other.y() - own.y() - offset.y();
            std::abs(away) <= reach && (!best || std::abs(away) < std::abs(*best)))
            best = away;
    return best;
}

} // namespace

MoveGesture::MoveGesture(CanvasView &view, const QGraphicsItem &pressed, const Pointer &start)
    : view_(view), start_(start)
{
    if (const auto *node = qgraphicsitem_cast<const NodeItem *>(&pressed))
        pressedNode_ = node->id();
    else
        pressedAnnotation_ = static_cast<const AnnotationItem &>(pressed).index();
}

MoveGesture::~MoveGesture()
{
    setTarget(nullptr);
}

void MoveGesture::begin()
{
    hasBegun_ = true;
    CanvasScene &scene = view_.canvas();
    moved_ = withContents(scene.placedGraph(), selectionOf(scene), scene.sizes());
    const QRectF sight = view_.mapToScene(view_.viewport()->rect()).boundingRect();
    for (const NodeItem *node : scene.nodes()) {
        const bool moves = moved_.nodes.contains(node->id());
        if (moves)
            rects_.push_back(node->card());
        else if (sight.intersects(node->card()))
            still_.push_back(node->card());
    }
    for (const AnnotationItem *annotation : scene.annotations()) {
        const bool moves = std::ranges::find(moved_.annotations, annotation->index()) != moved_.annotations.end();
        if (moves)
            rects_.push_back(annotation->rect());
        else if (sight.intersects(annotation->rect()))
            still_.push_back(annotation->rect());
    }
    for (const QString &id : moved_.nodes)
        for (const LinkItem *link : scene.linksOf(id)) {
            const bool fromMoves = moved_.nodes.contains(link->link().from.node);
            const bool toMoves = moved_.nodes.contains(link->link().to.node);
            if (fromMoves != toMoves && link->curve().points().size() == 2)
                ends_.push_back(fromMoves ? std::pair(link->curve().from(), link->curve().to())
                                          : std::pair(link->curve().to(), link->curve().from()));
        }
}

QPointF MoveGesture::snapped(const QPointF &offset)
{
    const double reach = snapReach / view_.navigation().scale();
    std::vector<QRectF> moving = rects_;
    // Many things are moved as one block: lining up each with each would hold it fast everywhere.
    if (moving.size() > 1) {
        QRectF block;
        for (const QRectF &rect : moving)
            block |= rect;
        moving = { block };
    }
    for (QRectF &rect : moving)
        rect.translate(offset);
    const Snap snapped = snap(moving, still_, reach);
    guides_ = snapped.guides;
    QPointF found = offset + snapped.offset;
    if (const std::optional<double> straight = straightening(ends_, offset, reach)) {
        found.setY(offset.y() + *straight);
        guides_.erase(std::remove_if(guides_.begin(), guides_.end(),
                          [](const QLineF &line) { return line.dy() == 0 && line.dx() != 0; }),
            guides_.end());
        for (const auto &[own, other] : ends_)
            if (std::abs(own.y() + found.y() - other.y()) < 0.01)
                guides_.push_back(QLineF(QPointF(own.x() + found.x(), other.y()), other));
    }
    return found;
}

void MoveGesture::move(const Pointer &pointer)
{
    if (!hasBegun_) {
        if ((pointer.viewport - start_.viewport).manhattanLength() < QApplication::startDragDistance())
            return;
        begin();
    }
    QPointF offset = pointer.scene - start_.scene;
    if (pointer.modifiers & Qt::ShiftModifier)
        (std::abs(offset.x()) > std::abs(offset.y()) ? offset.ry() : offset.rx()) = 0;
    guides_.clear();
    // Ctrl does the opposite of what is set.
    if (view_.snaps() != pointer.modifiers.testFlag(Qt::ControlModifier))
        offset = snapped(offset);
    offset_ = QPointF(std::round(offset.x()), std::round(offset.y()));
    view_.canvas().showMoved(moved_, offset_);
    setTarget(linkBelow());
    view_.viewport()->update();
}

void MoveGesture::finish(const Pointer &pointer)
{
    CanvasScene &scene = view_.canvas();
    if (!hasBegun_) { // a click: of many that were selected, only this one stays so
        if (pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
            return;
        scene.clearSelection();
        if (NodeItem *node = scene.node(pressedNode_))
            node->setSelected(true);
        for (AnnotationItem *annotation : scene.annotations())
            if (annotation->index() == pressedAnnotation_)
                annotation->setSelected(true);
        return;
    }
    guides_.clear();
    const std::optional<Link> target = target_;
    setTarget(nullptr);
    if (target) {
        const Node node = *scene.graph().find(moved_.nodes.first());
        const QPointF place = scene.node(node.id)->pos();
        if (view_.make(insertOnLink(scene.graph(), scene.nodeTypes(), node, place, *target)))
            return;
    }
    const bool takesOut = pointer.modifiers & Qt::AltModifier;
    view_.make(scene.onPlaced([&](const Graph &graph) {
        const Edit moves = moveSelection(graph, moved_, offset_);
        if (!takesOut || moved_.nodes.isEmpty())
            return moves;
        EditBuilder builder(graph);
        builder.add(moves);
        builder.add(takeOut(builder.graph(), scene.nodeTypes(), moved_.nodes));
        return builder.edit(CanvasView::tr("Take out of links"));
    }));
    scene.showMoved(moved_, {});
    view_.viewport()->update();
}

void MoveGesture::cancel()
{
    setTarget(nullptr);
    guides_.clear();
    if (hasBegun_)
        view_.canvas().showMoved(moved_, {});
    view_.viewport()->update();
}

const Link *MoveGesture::linkBelow() const
{
    const CanvasScene &scene = view_.canvas();
    if (moved_.nodes.size() != 1 || !moved_.annotations.empty() || !scene.linksOf(moved_.nodes.first()).empty())
        return nullptr;
    const NodeItem *node = scene.node(moved_.nodes.first());
    return node ? linkToInsert(scene, *scene.graph().find(node->id()), node->card()) : nullptr;
}

void MoveGesture::setTarget(const Link *link)
{
    const std::optional<Link> wanted = link ? std::optional(*link) : std::nullopt;
    if (wanted == target_)
        return;
    CanvasScene &scene = view_.canvas();
    if (LinkItem *item = target_ ? scene.link(*target_) : nullptr)
        item->setTarget(false);
    target_ = wanted;
    if (LinkItem *item = target_ ? scene.link(*target_) : nullptr)
        item->setTarget(true);
}

void MoveGesture::paint(QPainter &painter, const CanvasStyle &style) const
{
    QPen pen(style.theme.accent, 1, Qt::DashLine);
    pen.setCosmetic(true);
    painter.setPen(pen);
    for (const QLineF &guide : guides_)
        painter.drawLine(guide);
}

} // namespace thalweg
