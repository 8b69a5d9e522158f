#include "gui/formula/math_layout.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace thalweg {

MathStyle::MathStyle(const QFont &font)
{
    const QStringList families { QStringLiteral("STIX Two Text"), QStringLiteral("Libertinus Serif"),
        QStringLiteral("TeX Gyre Termes"), QStringLiteral("Nimbus Roman"), QStringLiteral("Times New Roman"),
        QStringLiteral("Tinos"), QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif") };
    upright_.setFamilies(families);
    upright_.setStyleHint(QFont::Serif);
    upright_.setHintingPreference(QFont::PreferNoHinting);
    italic_ = upright_;
    italic_.setItalic(true);
    resize(QFontInfo(font).pixelSize());
}

void MathStyle::resize(double pixels)
{
    em_ = pixels;
    // Sizes in whole pixels: Qt has no others that do not depend on the screen.
    const int size = std::max(1, static_cast<int>(pixels + 0.5));
    upright_.setPixelSize(size);
    italic_.setPixelSize(size);
    axis_ = -QFontMetricsF(upright_).tightBoundingRect(QStringLiteral("−")).center().y();
}

MathStyle MathStyle::script() const
{
    MathStyle smaller = *this;
    smaller.isScript_ = true;
    smaller.resize(std::max(em_ * 0.72, std::min(em_, 9.0)));
    return smaller;
}

MathStyle MathStyle::insideFraction() const
{
    MathStyle inside = *this;
    ++inside.fractions_;
    if (fractions_ > 0)
        inside.resize(std::max(em_ * 0.82, std::min(em_, 9.0)));
    return inside;
}

double MathStyle::rule() const
{
    return std::max(1.0, em_ * 0.055);
}

namespace {

MathBox rectangle(double width, double top, double bottom)
{
    QPainterPath path;
    path.addRect(0, top, width, bottom - top);
    return { width, -top, bottom, { MathBox::Shape { {}, path } } };
}

} // namespace

MathBox letters(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const QRectF ink = metrics.tightBoundingRect(text);
    return { std::max(metrics.horizontalAdvance(text), ink.right()), -ink.top(), ink.bottom(),
        { MathBox::Letters { {}, text, font } } };
}

MathBox space(double width)
{
    return { .width = width };
}

MathBox sign(const QString &text, double room, const MathStyle &style)
{
    const double side = (style.isScript() ? 0.5 : 1) * room * style.em();
    return row({ space(side), letters(text, style.upright()), space(side) });
}

MathBox row(const std::vector<MathBox> &boxes)
{
    MathBox whole;
    for (const MathBox &box : boxes)
        whole.add(box, whole.width);
    return whole;
}

MathBox fraction(const MathBox &numerator, const MathBox &denominator, const MathStyle &style)
{
    const double side = 0.12 * style.em();
    const double gap = 0.2 * style.em();
    const double width = std::max(numerator.width, denominator.width) + 2 * side;
    const double rule = style.rule();
    MathBox whole;
    whole.add(rectangle(width, -style.axis() - rule / 2, -style.axis() + rule / 2), side);
    whole.add(numerator, side + (width - numerator.width) / 2, -style.axis() - rule / 2 - gap - numerator.descent);
    whole.add(denominator, side + (width - denominator.width) / 2, -style.axis() + rule / 2 + gap + denominator.ascent);
    whole.width = width + 2 * side;
    return whole;
}

MathBox scripted(const MathBox &base, const std::optional<MathBox> &below, const std::optional<MathBox> &above,
    const MathStyle &style)
{
    const double em = style.em();
    const double height = QFontMetricsF(style.upright()).capHeight();
    MathBox whole = base;
    double up = std::max(0.42 * em, base.ascent - 0.6 * height);
    double down = std::max(0.18 * em, base.descent - 0.05 * em);
    if (above)
        up = std::max(up, above->descent + 0.3 * em);
    if (below)
        down = std::max(down, below->ascent - 0.5 * em);
    if (above && below) // they must not touch
        down += std::max(0.0, 0.15 * em - (up - above->descent + down - below->ascent));
    const double at = base.width + 0.04 * em;
    if (below)
        whole.add(*below, at, down);
    if (above)
        whole.add(*above, at + 0.04 * em, -up);
    whole.width += 0.04 * em;
    return whole;
}

MathBox root(const MathBox &inside, const MathStyle &style)
{
    const double em = style.em();
    const double rule = style.rule();
    const double top = -std::max(inside.ascent, 0.6 * em) - 0.14 * em - rule;
    const double bottom = std::max(inside.descent, 0.02 * em) + 0.06 * em;
    const double hook = 0.55 * em;
    const double middle = bottom + (top - bottom) * 0.42;
    QPainterPath sign; // a thin rise, a heavy stroke down, a thin one up to the rule
    sign.moveTo(0, middle + 0.1 * em);
    sign.lineTo(0.16 * em, middle);
    sign.lineTo(0.32 * em, bottom - 0.22 * em);
    sign.lineTo(hook - rule * 0.6, top);
    sign.lineTo(hook + inside.width + 0.1 * em, top);
    sign.lineTo(hook + inside.width + 0.1 * em, top + rule);
    sign.lineTo(hook + rule * 0.3, top + rule);
    sign.lineTo(0.32 * em, bottom);
    sign.lineTo(0.27 * em, bottom);
    sign.lineTo(0.1 * em, middle + 0.1 * em);
    sign.lineTo(0.02 * em, middle + 0.14 * em);
    sign.closeSubpath();
    MathBox whole { hook + inside.width + 0.14 * em, -top, bottom, { MathBox::Shape { {}, sign } } };
    whole.add(inside, hook + 0.04 * em);
    return whole;
}

MathBox bigSign(const QString &symbol, const MathBox &under, const MathBox &over, const MathStyle &style)
{
    QFont font = style.upright();
    font.setPixelSize(static_cast<int>(style.em() * (style.isScript() ? 1.1 : 1.5) + 0.5));
    QPainterPath path;
    path.addText(0, 0, font, symbol);
    const QRectF ink = path.boundingRect();
    const double gap = 0.14 * style.em();
    const double width = std::max({ ink.width(), under.width, over.width });
    const double half = ink.height() / 2;
    MathBox whole { width, half + style.axis(), half - style.axis(),
        { MathBox::Shape { { (width - ink.width()) / 2 - ink.left(), -style.axis() - ink.center().y() }, path } } };
    whole.add(over, (width - over.width) / 2, -style.axis() - half - gap - over.descent);
    whole.add(under, (width - under.width) / 2, -style.axis() + half + gap + under.ascent);
    return whole;
}

MathBox cases(const std::vector<std::pair<MathBox, MathBox>> &lines, const MathStyle &style)
{
    const double gap = 0.35 * style.em();
    double first = 0;
    double height = -gap;
    for (const auto &[value, condition] : lines) {
        first = std::max(first, value.width);
        height += std::max(value.ascent, condition.ascent) + std::max(value.descent, condition.descent) + gap;
    }
    MathBox inside;
    double y = -style.axis() - height / 2;
    for (const auto &[value, condition] : lines) {
        y += std::max(value.ascent, condition.ascent);
        inside.add(value, 0, y);
        inside.add(condition, first + style.em(), y);
        y += std::max(value.descent, condition.descent) + gap;
    }
    return bracketed(inside, Bracket::Brace, style);
}

} // namespace thalweg
