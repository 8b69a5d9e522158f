#include "gui/formula/math_box.h"

#include <QPainter>

#include <algorithm>

namespace thalweg {

void MathBox::add(const MathBox &other, double x, double y)
{
    width = std::max(width, x + other.width);
    if (!other.marks.empty() || other.height() > 0) {
        const bool isFirst = marks.empty() && height() == 0;
        ascent = isFirst ? other.ascent - y : std::max(ascent, other.ascent - y);
        descent = isFirst ? other.descent + y : std::max(descent, other.descent + y);
    }
    marks.reserve(marks.size() + other.marks.size());
    for (Mark mark : other.marks) {
        std::visit([&](auto &one) { one.place += QPointF(x, y); }, mark);
        marks.push_back(std::move(mark));
    }
}

QString MathBox::text() const
{
    QString text;
    for (const Mark &mark : marks)
        if (const Letters *letters = std::get_if<Letters>(&mark))
            text += letters->text;
    return text;
}

void MathBox::paint(QPainter &painter, const QPointF &origin) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark &mark : marks) {
        if (const Letters *letters = std::get_if<Letters>(&mark)) {
            painter.setFont(letters->font);
            painter.drawText(origin + letters->place, letters->text);
        } else {
            const Shape &shape = std::get<Shape>(mark);
            painter.fillPath(shape.path.translated(origin + shape.place), painter.pen().color());
        }
    }
    painter.restore();
}

} // namespace thalweg
