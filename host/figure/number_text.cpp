#include "figure/number_text.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace thalweg {

namespace {

constexpr QChar minus(0x2212);
constexpr QChar thinSpace(0x2009);

} // namespace

QString superscript(int number)
{
    static constexpr std::array<char16_t, 10> digits { u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹' };
    QString text = QString::number(number);
    for (QChar &letter : text)
        letter
            = letter == QLatin1Char('-') ? QChar(u'⁻') : QChar(digits[static_cast<std::size_t>(letter.digitValue())]);
    return text;
}

QString typeset(const QString &number)
{
    static const QRegularExpression form(QStringLiteral("^([+-]?)(\\d+(?:\\.\\d+)?)(?:[eE]([+-]?\\d+))?$"));
    const QRegularExpressionMatch match = form.match(number);
    if (!match.hasMatch())
        return number;
    QString text = match.captured(2);
    if (match.hasCaptured(3))
        text += QStringLiteral("×10") + superscript(match.captured(3).toInt());
    return match.captured(1) == QLatin1String("-") ? minus + text : text;
}

QString fixedNumber(double value, int decimals)
{
    QString text = QString::number(std::abs(value), 'f', decimals);
    const bool isZero = text.count(QLatin1Char('0')) + text.count(QLatin1Char('.')) == text.size();
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    qsizetype place = point < 0 ? text.size() : point;
    constexpr qsizetype unspaced = 4; // 1234 needs no help
    if (place > unspaced)
        for (place -= 3; place > 0; place -= 3)
            text.insert(place, thinSpace);
    return value < 0 && !isZero ? minus + text : text;
}

} // namespace thalweg
