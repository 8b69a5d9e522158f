#pragma once

class QKeyEvent;

namespace thalweg {

class CanvasView;

/// What a key does on the canvas beside the commands that have shortcuts; false where it does nothing.
///
/// Arrows go to the next node that way, with Shift they select it, too, with Ctrl or Alt they move what is selected.
/// Enter asks for the parameters, Ctrl+Enter for the output; a letter opens the quick search.
bool handleKey(CanvasView &view, QKeyEvent &event);

/// Goes to the next or previous node in reading order; false past the last, where the focus leaves the canvas.
bool focusNext(CanvasView &view, bool forward);

} // namespace thalweg
