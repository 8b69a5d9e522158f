#include "gui/canvas/gestures/begin_gesture.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/gestures/link_gesture.h"
#include "gui/canvas/gestures/move_gesture.h"
#include "gui/canvas/gestures/reroute_gesture.h"
#include "gui/canvas/gestures/resize_gesture.h"
#include "gui/canvas/gestures/rubber_band_gesture.h"
#include "gui/canvas/hit_test.h"
#include "gui/canvas/open_output.h"

namespace thalweg {

namespace {

/// A press on an input that is taken takes its link off; one that takes many begins another.
std::unique_ptr<Gesture> pressOnPort(CanvasView &view, const CanvasHit &hit)
{
    if (hit.side == Side::Input) {
        const std::vector<PortLook> &inputs = hit.node->look().inputs;
        const auto port = std::ranges::find(inputs, hit.port, &PortLook::name);
        if (port != inputs.end() && port->kind != PortLook::Kind::Many)
            for (const Link &link : view.canvas().graph().links)
                if (link.to == hit.end())
                    return std::make_unique<LinkGesture>(view, link.from, Side::Output, link);
    }
    return std::make_unique<LinkGesture>(view, hit.end(), hit.side);
}

} // namespace

std::unique_ptr<Gesture> beginGesture(CanvasView &view, const Pointer &pointer)
{
    using Part = CanvasHit::Part;
    const CanvasHit hit = hitTest(view.canvas(), pointer.scene);
    const bool adds = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    const auto pick = [&](QGraphicsItem *item) {
        if (adds) {
            item->setSelected(!item->isSelected());
        } else if (!item->isSelected()) {
            view.canvas().clearSelection();
            item->setSelected(true);
        }
    };
    switch (hit.part) {
    case Part::Port:
        return pressOnPort(view, hit);
    case Part::Eye:
        openOutput(view, hit.node->id());
        return nullptr;
    case Part::LinkEnd: {
        const Link link = hit.link->link();
        // What stays held is the other end.
        return hit.side == Side::Input ? std::make_unique<LinkGesture>(view, link.from, Side::Output, link)
                                       : std::make_unique<LinkGesture>(view, link.to, Side::Input, link);
    }
    case Part::Link:
        pick(hit.link);
        return nullptr;
    case Part::Reroute:
        pick(hit.reroute);
        return std::make_unique<RerouteGesture>(view, *hit.reroute, pointer);
    case Part::Corner:
        pick(hit.annotation);
        return std::make_unique<ResizeGesture>(view, *hit.annotation, pointer);
    case Part::Node:
    case Part::Note:
    case Part::Frame:
        if (hit.part == Part::Node)
            view.setFocusNode(hit.node->id());
        pick(hit.item());
        return std::make_unique<MoveGesture>(view, *hit.item(), pointer);
    case Part::Nothing:
        return std::make_unique<RubberBandGesture>(view, pointer);
    }
    return nullptr;
}

} // namespace thalweg
