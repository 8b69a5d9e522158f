#include "gui/canvas/painting/paint_hint.h"

#include <QCoreApplication>
#include <QPainter>

namespace thalweg {

void paintHint(QPainter &painter, const QRectF &room, const CanvasStyle &style)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("thalweg::CanvasHint", text); };
    QFont large = style.title;
    large.setPixelSize(20);
    QFont small = style.text;
    small.setPixelSize(14);
    const double width = std::min(620.0, room.width() - 40);
    const QRectF box(room.center().x() - width / 2, room.center().y() - 60, width, 120);
    painter.setFont(large);
    painter.setPen(mixed(style.theme.canvas, style.theme.text, 0.75));
    painter.drawText(box.adjusted(0, 0, 0, -80), Qt::AlignCenter | Qt::TextWordWrap,
        tr("Drag a node here, or press Space to find one"));
    painter.setFont(small);
    painter.setPen(style.theme.faintText);
    painter.drawText(box.adjusted(0, 44, 0, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
        tr("Start with a cost – Formula or Test function –, link it to an optimizer, and that to a plot.\n"
           "A data file that is dropped here becomes its source."));
}

} // namespace thalweg
