#pragma once

#include "graph/graph.h"

#include <QPointF>

class QMenu;

namespace thalweg {

class CanvasView;

/// Adds a note with its top left corner at `place`, and opens it to be written.
void addNote(CanvasView &view, const QPointF &place);
/// Puts a frame around the selected nodes, and opens its title.
void frameSelection(CanvasView &view);
/// Lets the link go through `place`.
void addReroutePoint(CanvasView &view, const Link &link, const QPointF &place);

/// Opens the text of a note, or the title of a frame.
void editAnnotation(CanvasView &view, qsizetype index);
/// The colours that a note or a frame can have.
void addColours(QMenu &menu, CanvasView &view, qsizetype index);

} // namespace thalweg
