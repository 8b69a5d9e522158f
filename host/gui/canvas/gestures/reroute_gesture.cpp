#include "gui/canvas/gestures/reroute_gesture.h"

#include "gui/canvas/canvas_view.h"

#include <cmath>

namespace thalweg {

RerouteGesture::RerouteGesture(CanvasView &view, const RerouteItem &item, const Pointer &start)
    : view_(view), link_(item.link()), point_(item.point()), before_(item.pos()), now_(before_), start_(start.scene)
{
}

void RerouteGesture::move(const Pointer &pointer)
{
    const QPointF place = before_ + pointer.scene - start_;
    now_ = QPointF(std::round(place.x()), std::round(place.y()));
    view_.canvas().showReroute(link_, point_, now_);
}

void RerouteGesture::finish(const Pointer &)
{
    const Graph &graph = view_.canvas().graph();
    const qsizetype index = rerouteOf(graph, link_);
    if (now_ == before_ || index < 0)
        return;
    std::vector<QPointF> points = std::get<Reroute>(annotationOf(graph.annotations.at(index))).points;
    if (point_ >= points.size())
        return;
    points[point_] = now_;
    view_.make(reroute(graph, link_, points));
}

void RerouteGesture::cancel()
{
    view_.canvas().showReroute(link_, point_, before_);
}

} // namespace thalweg
