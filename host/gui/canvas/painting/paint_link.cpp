#include "gui/canvas/painting/paint_link.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace thalweg {

void paintLink(
    QPainter &painter, const LinkCurve &curve, const LinkLook &look, const LinkFrame &frame, const CanvasStyle &style)
{
    const Theme &theme = style.theme;
    const bool isMarked = frame.isSelected || frame.isTarget;
    QColor colour = !look.problem.isEmpty() ? theme.failed : style.value(look.colour);
    if (look.isDimmed)
        colour = mixed(theme.canvas, colour, 0.4);
    if (isMarked)
        colour = theme.accent;
    painter.setBrush(Qt::NoBrush);

    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    if (detailAt(scale) == Detail::Blocks) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(mixed(theme.canvas, colour, isMarked ? 1 : 0.7), isMarked ? 2 : 1);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawLine(curve.from(), curve.to());
        painter.setRenderHint(QPainter::Antialiasing, true);
        return;
    }
    if (scale < 0.45 && !frame.isHovered && !isMarked && look.problem.isEmpty()) {
        // From afar, hundreds of them: thin lines are as good, and many times as fast.
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(colour, 1);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawPath(curve.path());
        painter.setRenderHint(QPainter::Antialiasing, true);
        return;
    }
    const double width = (frame.isHovered || isMarked ? 3.2 : 2.2) * (scale < 0.55 ? 1.3 : 1);
    if (frame.isHovered || isMarked) {
        QColor glow = colour;
        glow.setAlphaF(0.22f);
        painter.setPen(QPen(glow, width + 6, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(curve.path());
    }
    QPen pen(colour, look.carriesList ? width + 2.4 : width, Qt::SolidLine, Qt::FlatCap);
    if (!look.problem.isEmpty()) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({ 3, 2.2 });
    }
    painter.setPen(pen);
    painter.drawPath(curve.path());
    if (look.carriesList) { // two strands: many values
        painter.setPen(QPen(theme.canvas, 1.8, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(curve.path());
    }
}

} // namespace thalweg
