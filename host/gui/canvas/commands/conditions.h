#pragma once

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"

namespace thalweg {

/// When commands can be run.

inline bool always(const CanvasView &)
{
    return true;
}

inline bool hasNodes(const CanvasView &view)
{
    return !view.canvas().graph().nodes.empty();
}

inline bool hasSelectedNodes(const CanvasView &view)
{
    return !view.selectedNodes().isEmpty();
}

inline bool hasSelection(const CanvasView &view)
{
    return !view.canvas().selectedItems().isEmpty();
}

/// Nodes, notes or frames: what can be copied.
inline bool hasPiece(const CanvasView &view)
{
    return !selectionOf(view.canvas()).isEmpty();
}

} // namespace thalweg
