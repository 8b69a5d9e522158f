#include "gui/formula/math_layout.h"

#include <QPainterPathStroker>

#include <algorithm>

namespace thalweg {

namespace {

/// The left bracket from (0, 0) to (width, height).
QPainterPath shape(Bracket bracket, double width, double height, const MathStyle &style)
{
    const double rule = style.rule();
    QPainterPath path;
    switch (bracket) {
    case Bracket::None:
        break;
    case Bracket::Round: { // heavier in its middle
        const double weight = 1.9 * rule;
        path.moveTo(width, 0);
        path.cubicTo(-0.3 * width, 0.28 * height, -0.3 * width, 0.72 * height, width, height);
        path.cubicTo(-0.3 * width + weight, 0.72 * height, -0.3 * width + weight, 0.28 * height, width, 0);
        break;
    }
    case Bracket::Bar:
        path.addRect((width - rule) / 2, 0, rule, height);
        break;
    case Bracket::Floor:
    case Bracket::Ceiling:
        path.addRect(width * 0.3, 0, rule, height);
        path.addRect(width * 0.3, bracket == Bracket::Floor ? height - rule : 0, width * 0.7, rule);
        path.setFillRule(Qt::WindingFill);
        break;
    case Bracket::Brace: {
        const double middle = height / 2;
        const double bend = std::min(width, middle / 2);
        QPainterPath line;
        line.moveTo(width, 0);
        line.quadTo(width / 2, 0, width / 2, bend);
        line.lineTo(width / 2, middle - bend);
        line.quadTo(width / 2, middle, 0, middle);
        line.quadTo(width / 2, middle, width / 2, middle + bend);
        line.lineTo(width / 2, height - bend);
        line.quadTo(width / 2, height, width, height);
        QPainterPathStroker stroker;
        stroker.setWidth(1.2 * rule);
        path = stroker.createStroke(line).simplified();
        break;
    }
    }
    return path;
}

} // namespace

MathBox bracketed(const MathBox &inside, Bracket bracket, const MathStyle &style)
{
    if (bracket == Bracket::None)
        return inside;
    const double em = style.em();
    const double axis = style.axis();
    const double half = std::max({ inside.ascent - axis, inside.descent + axis, 0.44 * em }) + 0.06 * em;
    const double height = 2 * half;
    const bool isNarrow = bracket == Bracket::Bar;
    const double width = isNarrow ? 0.22 * em : std::clamp(0.1 * height + 0.14 * em, 0.26 * em, 0.5 * em);
    const double gap = (isNarrow ? 0.04 : 0.07) * em;

    const QPainterPath left = shape(bracket, width, height, style);
    MathBox whole { width, half + axis, half - axis, { MathBox::Shape { { 0, -axis - half }, left } } };
    whole.add(inside, width + gap);
    if (bracket == Bracket::Brace)
        return whole;
    const double at = whole.width + gap;
    const QPainterPath right = QTransform::fromScale(-1, 1).map(left);
    whole.add({ width, half + axis, half - axis, { MathBox::Shape { { width, -axis - half }, right } } }, at);
    return whole;
}

} // namespace thalweg
