#pragma once

#include "graph/graph.h"

#include <QPointF>

namespace thalweg {

class CanvasView;

/// The clipboard holds a piece of a workflow as a workflow's text, so that it can go to another window, an editor or a
/// mail, and back.

void copySelection(CanvasView &view);
bool canPaste();
/// Into the middle of `place`, with the links that arrived at what was copied where the workflow still has their
/// beginnings; says so where the clipboard holds no workflow.
void pasteAt(CanvasView &view, const QPointF &place);
void duplicateSelection(CanvasView &view);

} // namespace thalweg
