#include "gui/canvas/hover.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/hit_test.h"
#include "gui/canvas/tooltips.h"

#include <QToolTip>

namespace thalweg {

void Hover::clear()
{
    CanvasScene &scene = view_.canvas();
    if (NodeItem *node = scene.node(std::exchange(node_, {})))
        node->setHovered(false);
    if (LinkItem *link = link_ ? scene.link(*link_) : nullptr)
        link->setHovered(false);
    for (AnnotationItem *item : scene.annotations())
        if (item->index() == annotation_)
            item->setHovered(false);
    if (reroute_)
        for (QGraphicsItem *item : scene.items())
            if (auto *point = qgraphicsitem_cast<RerouteItem *>(item))
                point->setHovered(false);
    link_.reset();
    reroute_.reset();
    annotation_ = -1;
}

void Hover::at(const QPointF &place)
{
    using Part = CanvasHit::Part;
    const CanvasHit hit = hitTest(view_.canvas(), place);
    // Nothing is drawn anew where the mouse only moves on.
    const bool sameNode = hit.node && hit.node->id() == node_;
    const bool sameLink = hit.link && link_ == hit.link->link();
    if (!sameNode && !sameLink) {
        clear();
        if (hit.node)
            node_ = hit.node->id();
        if (hit.link) {
            link_ = hit.link->link();
            hit.link->setHovered(true);
        }
        if (hit.reroute) {
            reroute_ = hit.reroute->link();
            hit.reroute->setHovered(true);
        }
        if (hit.annotation) {
            annotation_ = hit.annotation->index();
            hit.annotation->setHovered(true);
        }
    }
    if (hit.node)
        hit.node->setHovered(true, hit.part == Part::Eye);

    switch (hit.part) {
    case Part::Port:
    case Part::LinkEnd:
        view_.viewport()->setCursor(Qt::CrossCursor);
        break;
    case Part::Corner:
        view_.viewport()->setCursor(Qt::SizeFDiagCursor);
        break;
    case Part::Eye:
    case Part::Link:
        view_.viewport()->setCursor(Qt::PointingHandCursor);
        break;
    default:
        view_.viewport()->unsetCursor();
    }

    const QString text = tooltip(view_.canvas(), hit);
    if (text == shown_)
        return;
    shown_ = text;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(view_.viewport()->mapToGlobal(view_.mapFromScene(place)), text, view_.viewport());
}

void Hover::leave()
{
    clear();
    if (!shown_.isEmpty())
        QToolTip::hideText();
    shown_.clear();
    view_.viewport()->unsetCursor();
}

} // namespace thalweg
