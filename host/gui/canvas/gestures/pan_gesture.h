#pragma once

#include "gui/canvas/gestures/gesture.h"

namespace thalweg {

class CanvasView;

/// Drags the canvas along.
class PanGesture : public Gesture {
public:
    PanGesture(CanvasView &view, const Pointer &start);

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    bool scrolls() const override { return false; }

private:
    CanvasView &view_;
    QPoint last_;
};

} // namespace thalweg
