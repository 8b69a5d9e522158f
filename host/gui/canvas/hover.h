#pragma once

#include "graph/graph.h"

#include <QPoint>
#include <QPointF>

#include <optional>

namespace thalweg {

class CanvasView;

/// What the canvas tells while the mouse rests on it: marks what lies below, and says at once what a port or a link
/// carries.
class Hover {
public:
    explicit Hover(CanvasView &view) : view_(view) { }

    void at(const QPointF &scenePosition);
    void leave();

private:
    void clear();

    CanvasView &view_;
    QString node_;
    std::optional<Link> link_;
    std::optional<Link> reroute_; ///< the link of the reroute point below the mouse
    qsizetype annotation_ = -1;
    QString shown_; ///< the text of the tooltip
};

} // namespace thalweg
