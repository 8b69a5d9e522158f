#pragma once

#include "gui/canvas/hit_test.h"

class QMenu;

namespace thalweg {

class CanvasView;

/// What can be done with what is selected, and with what was hit.
void fillContextMenu(QMenu &menu, CanvasView &view, const CanvasHit &hit, const QPointF &place);

} // namespace thalweg
