#include "gui/formula/formula_highlighter.h"

#include "gui/theme/theme.h"

#include <thalweg/formula/functions.h>
#include <thalweg/formula/lexer.h>

namespace thalweg {

namespace {

struct Colours {
    QColor function, number, constant, sign;
};

Colours coloursOf(const QPalette &palette)
{
    const Theme colours = theme(palette);
    if (colours.isDark)
        return { QColor(0x7c, 0xb7, 0xff), QColor(0xe5, 0xb5, 0x67), QColor(0xc9, 0xa0, 0xf5), colours.faintText };
    return { QColor(0x00, 0x5c, 0xb8), QColor(0x9a, 0x52, 0x00), QColor(0x7a, 0x3b, 0xb5), colours.faintText };
}

} // namespace

FormulaHighlighter::FormulaHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document), palette_(palette)
{
}

void FormulaHighlighter::setPalette(const QPalette &palette)
{
    palette_ = palette;
    rehighlight();
}

void FormulaHighlighter::highlightBlock(const QString &text)
{
    const Colours colours = coloursOf(palette_);
    for (Token token = tokenAt(text, 0); token.kind != Token::Kind::End;
         token = tokenAt(text, token.offset + token.text.size())) {
        QTextCharFormat format;
        if (token.kind == Token::Kind::Number)
            format.setForeground(colours.number);
        else if (token.kind == Token::Kind::Sign)
            format.setForeground(colours.sign);
        else if (token.kind == Token::Kind::Name && findConstant(token.text))
            format.setForeground(colours.constant);
        else if (token.kind == Token::Kind::Name && isReserved(token.text))
            format.setForeground(colours.function);
        else
            continue;
        setFormat(static_cast<int>(token.offset), static_cast<int>(token.text.size()), format);
    }
}

qsizetype partnerBracket(QStringView formula, qsizetype offset)
{
    const auto at = [&](qsizetype place) { return place >= 0 && place < formula.size() ? formula[place] : QChar(); };
    const QStringView opening = u"([";
    const QStringView closing = u")]";
    const qsizetype kind = std::max(opening.indexOf(at(offset)), closing.indexOf(at(offset)));
    if (kind < 0)
        return -1;
    const int way = opening.contains(at(offset)) ? 1 : -1;
    int depth = 0;
    for (qsizetype place = offset; place >= 0 && place < formula.size(); place += way) {
        if (opening.contains(at(place)))
            depth += way;
        else if (closing.contains(at(place)))
            depth -= way;
        if (depth == 0)
            return at(place) == (way > 0 ? closing : opening)[kind] ? place : -1;
    }
    return -1;
}

} // namespace thalweg
