#include "gui/canvas/painting/paint_ground.h"

#include <QPainter>

#include <cmath>

namespace thalweg {

void paintGround(QPainter &painter, const QRectF &rect, const CanvasStyle &style, std::vector<QPointF> &dots)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, style.theme.canvas);
    constexpr double nearest = 16; // pixels between dots, at least
    const double unit = unitsFor(painter, 1);
    double spacing = 20;
    while (spacing < nearest * unit)
        spacing *= 2;
    dots.clear();
    for (double y = std::ceil(rect.top() / spacing) * spacing; y <= rect.bottom(); y += spacing)
        for (double x = std::ceil(rect.left() / spacing) * spacing; x <= rect.right(); x += spacing)
            dots.emplace_back(x, y);
    QPen pen(style.theme.grid, 2);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPoints(dots.data(), static_cast<int>(dots.size()));
    painter.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace thalweg
