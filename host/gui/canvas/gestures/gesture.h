#pragma once

#include "gui/canvas/painting/canvas_style.h"

#include <QPoint>
#include <QPointF>

namespace thalweg {

/// Where the mouse is.
struct Pointer {
    QPointF scene;
    QPoint viewport;
    Qt::KeyboardModifiers modifiers;
};

/// What is done between a press of the mouse and its release. It shows what it would do, and edits the document only in
/// finish().
class Gesture {
public:
    Gesture() = default;
    virtual ~Gesture() = default;
    Gesture(const Gesture &) = delete;
    Gesture &operator=(const Gesture &) = delete;

    virtual void move(const Pointer &pointer) = 0;
    virtual void finish(const Pointer &pointer) = 0;
    /// As if it had never begun.
    virtual void cancel() { }

    /// Over the canvas, in scene coordinates.
    virtual void paint(QPainter &, const CanvasStyle &) const { }
    /// Whether the canvas scrolls where the mouse comes near its edges.
    virtual bool scrolls() const { return true; }
};

} // namespace thalweg
