#pragma once

#include "graph/annotations.h"
#include "gui/canvas/painting/canvas_style.h"

class QTextDocument;

namespace thalweg {

/// The side of the corner at the bottom right by which notes and frames are resized.
inline constexpr double resizeReach = 14;
inline constexpr double frameTitleHeight = 26;

struct AnnotationFrame {
    bool isSelected = false;
    bool isHovered = false;
};

/// A note's text, set for `style`; the width is that of the note.
void fillNote(QTextDocument &document, const Note &note, const CanvasStyle &style);

/// From the top left corner.
void paintNote(
    QPainter &painter, const Note &note, QTextDocument &text, const AnnotationFrame &frame, const CanvasStyle &style);
void paintFrame(QPainter &painter, const Frame &shown, const AnnotationFrame &frame, const CanvasStyle &style);
/// Around the origin.
void paintReroute(QPainter &painter, const QColor &colour, const AnnotationFrame &frame, const CanvasStyle &style);

} // namespace thalweg
