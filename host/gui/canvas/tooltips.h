#pragma once

#include "gui/canvas/hit_test.h"

namespace thalweg {

/// What a hover over this says, as rich text; empty where it says nothing. A link and a port tell the value that the
/// last run gave.
QString tooltip(const CanvasScene &scene, const CanvasHit &hit);

/// A port in words, for screen readers: `input objective, Objective, linked from cost.objective`.
QString portText(const CanvasScene &scene, const NodeItem &node, Side side, const PortLook &port);

/// A node in words: title, id, state, result.
QString nodeText(const NodeItem &node);

} // namespace thalweg
