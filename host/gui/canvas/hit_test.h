#pragma once

#include "gui/canvas/canvas_scene.h"

namespace thalweg {

/// What lies under a point of the canvas.
struct CanvasHit {
    enum class Part { Nothing, Node, Eye, Port, Link, LinkEnd, Reroute, Note, Frame, Corner };

    Part part = Part::Nothing;
    NodeItem *node = nullptr; ///< of Node, Eye, Port
    Side side = Side::Output; ///< of Port and LinkEnd
    QString port = {};
    LinkItem *link = nullptr; ///< of Link, LinkEnd
    RerouteItem *reroute = nullptr;
    AnnotationItem *annotation = nullptr; ///< of Note, Frame, Corner

    QGraphicsItem *item() const;
    /// Of Port: the end that it is.
    End end() const { return { node->id(), port }; }
};

CanvasHit hitTest(const CanvasScene &scene, const QPointF &place);

} // namespace thalweg
