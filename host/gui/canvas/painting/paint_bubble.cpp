#include "gui/canvas/painting/paint_bubble.h"

#include <QFontMetricsF>
#include <QPainter>

namespace thalweg {

void paintBubble(QPainter &painter, const QPointF &at, const QString &text, const CanvasStyle &style)
{
    constexpr double widest = 320;
    painter.save();
    painter.translate(at);
    const double unit = unitsFor(painter, 1);
    painter.scale(unit, unit); // in pixels from here
    QFont font = style.text;
    font.setPixelSize(12);
    const QRectF words = QFontMetricsF(font).boundingRect(QRectF(0, 0, widest, 1000), Qt::TextWordWrap, text);
    const QRectF box(-words.width() / 2 - 10, 16, words.width() + 20, words.height() + 12);
    painter.setPen(QPen(style.theme.failed, 1.2));
    painter.setBrush(mixed(style.theme.card, style.theme.failed, 0.1));
    painter.drawRoundedRect(box, 6, 6);
    painter.setFont(font);
    painter.setPen(style.theme.text);
    painter.drawText(box.adjusted(10, 6, -10, -6), Qt::TextWordWrap | Qt::AlignCenter, text);
    painter.restore();
}

} // namespace thalweg
