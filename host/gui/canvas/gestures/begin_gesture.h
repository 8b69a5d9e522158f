#pragma once

#include "gui/canvas/gestures/gesture.h"

#include <memory>

namespace thalweg {

class CanvasView;

/// The gesture that a press of the left button begins; null where the press has done all there was to do.
std::unique_ptr<Gesture> beginGesture(CanvasView &view, const Pointer &pointer);

} // namespace thalweg
