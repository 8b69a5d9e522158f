#include "gui/canvas/quick_adding.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "gui/palette/quick_search.h"

namespace thalweg {

QuickAdding::QuickAdding(CanvasView &view) : QObject(&view), view_(view), search_(new QuickSearch(&view))
{
    connect(search_, &QuickSearch::chosen, this, &QuickAdding::add);
}

void QuickAdding::open(const QPointF &place, const QString &typed, const std::optional<OpenEnd> &from)
{
    place_ = place;
    from_ = from;
    const CanvasScene &scene = view_.canvas();
    search_->setNodeTypes(scene.nodeTypes());
    std::vector<Fit> fits;
    if (from) {
        LinkCounts counts = countLinks({ scene.graph() });
        for (auto usual = usual_.begin(); usual != usual_.end(); ++usual)
            counts[usual.key()] += usual.value();
        fits = fitting(scene.nodeTypes(), scene.graph(), from->end, from->side, counts);
    }
    search_->open(view_.viewport()->mapToGlobal(view_.mapFromScene(place)), typed, fits);
}

void QuickAdding::add(const QString &type, const QString &port)
{
    const CanvasScene &scene = view_.canvas();
    if (!from_ || port.isEmpty()) {
        view_.addNode(type, place_);
        return;
    }
    const Node node = newNode(scene.graph(), scene.nodeTypes(), type);
    // The port that is linked comes to lie near where the link was let go.
    constexpr double toPort = nodeHeaderHeight + nodeRowHeight / 2 + 5;
    const QPointF place = place_ - QPointF(from_->side == Side::Output ? 0 : nodeMinimumWidth, toPort);
    const QPointF whole(std::round(place.x()), std::round(place.y()));
    if (view_.make(addLinked(scene.graph(), scene.nodeTypes(), node, whole, port, from_->end, from_->side))) {
        view_.select({ node.id });
        view_.setFocusNode(node.id);
    }
}

} // namespace thalweg
