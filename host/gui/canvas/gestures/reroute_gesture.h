#pragma once

#include "graph/graph.h"
#include "gui/canvas/gestures/gesture.h"

namespace thalweg {

class CanvasView;
class RerouteItem;

/// Moves a point that a link goes through.
class RerouteGesture : public Gesture {
public:
    RerouteGesture(CanvasView &view, const RerouteItem &item, const Pointer &start);

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;

private:
    CanvasView &view_;
    Link link_;
    std::size_t point_;
    QPointF before_, now_, start_;
};

} // namespace thalweg
