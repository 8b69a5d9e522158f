#pragma once

#include <QString>

namespace thalweg {

class CanvasView;

/// Makes every CanvasView readable for assistive programs, from now on: the canvas has its nodes as children, in
/// reading order, and each node its ports, all with names that say state, result and links.
void installAccessibleCanvas();

/// The keyboard has gone to a node.
void tellAccessibleFocus(CanvasView &view, const QString &node);

/// Has `text` read aloud.
void tellAccessible(CanvasView &view, const QString &text);

} // namespace thalweg
