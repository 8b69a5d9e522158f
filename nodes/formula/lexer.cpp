#include "lexer.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr qsizetype longestFormula = 100'000;

constexpr QStringView signs[]
    = { u"<=", u">=", u"==", u"!=", u"<", u">", u"+", u"-", u"*", u"/", u"^", u"(", u")", u"[", u"]", u"," };

/// What people write elsewhere, and how it is said here. Looked at before the signs.
struct Habit {
    QStringView written;
    QStringView right;
};
constexpr Habit habits[] = {
    { u"**", u"write ^ for a power" },
    { u"&&", u"write and" },
    { u"||", u"write or" },
    { u"<>", u"write != for not equal" },
    { u"=<", u"write <= for at most" },
    { u"=>", u"write >= for at least" },
};
constexpr Habit foreignSigns[] = {
    { u"=", u"write == to compare; a formula gives nothing a name" },
    { u"!", u"write not, or != for not equal" },
    { u"&", u"write and" },
    { u"|", u"write or; for an absolute value, abs(x)" },
    { u"{", u"write ( and )" },
    { u"}", u"write ( and )" },
    { u";", u"write , between arguments" },
    { u"%", u"write x - n*floor(x/n) for a remainder" },
    { u"×", u"write * to multiply" },
    { u"·", u"write * to multiply" },
    { u"⋅", u"write * to multiply" },
    { u"÷", u"write / to divide" },
    { u"−", u"write - (hyphen) for minus" },
    { u"–", u"write - (hyphen) for minus" },
    { u"≤", u"write <= for at most" },
    { u"≥", u"write >= for at least" },
    { u"≠", u"write != for not equal" },
    { u"²", u"write ^2 for a square" },
    { u"³", u"write ^3 for a cube" },
    { u"√", u"write sqrt(x) for a square root" },
    { u"∑", u"write sum(i, 1, n, f) for a sum" },
    { u"∞", u"a formula has no infinity" },
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The length in QChars of the letter (or, inside a name, digit or mark) that stands at `at`; 0 where there is none.
qsizetype nameCharacter(QStringView text, qsizetype at, bool isFirst)
{
    if (at >= text.size())
        return 0;
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const char32_t c = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
    const bool isSubscript = c >= U'₀' && c <= U'₉';
    const bool fits = QChar::isLetter(c) || c == U'_'
        || (!isFirst && ((c < 128 && isDigit(QChar(text[at]))) || isSubscript || QChar::isMark(c)));
    return fits ? (isPair ? 2 : 1) : 0;
}

/// The length of the number that starts at `at`: digits, point, exponent; 0 where there is none.
qsizetype numberLength(QStringView text, qsizetype at)
{
    const auto digitsFrom = [&](qsizetype from) {
        qsizetype to = from;
        while (to < text.size() && isDigit(text[to]))
            ++to;
        return to - from;
    };
    const qsizetype whole = digitsFrom(at);
    qsizetype length = whole;
    if (at + length < text.size() && text[at + length] == u'.') {
        const qsizetype fraction = digitsFrom(at + length + 1);
        if (whole + fraction == 0)
            return 0;
        length += 1 + fraction;
    }
    if (length > 0 && at + length < text.size() && text[at + length].toLower() == u'e') {
        qsizetype digits = at + length + 1;
        if (digits < text.size() && (text[digits] == u'+' || text[digits] == u'-'))
            ++digits;
        if (const qsizetype exponent = digitsFrom(digits))
            length = digits + exponent - at;
    }
    return length;
}

Token number(QStringView formula, qsizetype at, qsizetype length)
{
    const QStringView text = formula.mid(at, length);
    const double value = text.toDouble();
    if (!std::isfinite(value))
        throw formulaError(
            formula, at, QStringLiteral("%1 is too large; the largest number is 1.797e308").arg(quoted(text)));
    return { Token::Kind::Number, text, at, value };
}

[[noreturn]] void refuse(QStringView formula, qsizetype at)
{
    for (const Habit &habit : foreignSigns)
        if (formula.mid(at).startsWith(habit.written))
            throw formulaError(
                formula, at, QStringLiteral("unexpected %1; %2").arg(quoted(habit.written), habit.right.toString()));
    const bool isPair = formula[at].isHighSurrogate() && at + 1 < formula.size();
    throw formulaError(formula, at,
        QStringLiteral(
            "unexpected %1; a formula is made of numbers, names, functions and the signs + - * / ^ ( ) [ ] ,")
            .arg(quoted(formula.mid(at, isPair ? 2 : 1))));
}

} // namespace

std::vector<Token> tokenize(QStringView formula)
{
    if (formula.size() > longestFormula)
        throw Error(QStringLiteral("the formula has %1 characters; at most %2 are allowed")
                        .arg(formula.size())
                        .arg(longestFormula));
    std::vector<Token> tokens;
    qsizetype at = 0;
    while (at < formula.size()) {
        const QStringView rest = formula.mid(at);
        if (formula[at].isSpace()) {
            ++at;
            continue;
        }
        if (const qsizetype length = numberLength(formula, at)) {
            tokens.push_back(number(formula, at, length));
            at += length;
            continue;
        }
        if (qsizetype length = nameCharacter(formula, at, true)) {
            while (const qsizetype more = nameCharacter(formula, at + length, false))
                length += more;
            tokens.push_back({ Token::Kind::Name, rest.left(length), at });
            at += length;
            continue;
        }
        for (const Habit &habit : habits)
            if (rest.startsWith(habit.written))
                throw formulaError(formula, at,
                    QStringLiteral("unexpected %1; %2").arg(quoted(habit.written), habit.right.toString()));
        const auto sign
            = std::find_if(std::begin(signs), std::end(signs), [&](QStringView s) { return rest.startsWith(s); });
        if (sign == std::end(signs))
            refuse(formula, at);
        tokens.push_back({ Token::Kind::Sign, rest.left(sign->size()), at });
        at += sign->size();
    }
    tokens.push_back({ Token::Kind::End, {}, formula.size() });
    return tokens;
}

Error formulaError(QStringView formula, qsizetype offset, const QString &message)
{
    const QStringView before = formula.left(offset);
    const QStringView line = before.mid(before.lastIndexOf(u'\n') + 1);
    const auto column = std::count_if(line.begin(), line.end(), [](QChar c) { return !c.isLowSurrogate(); }) + 1;
    return Error(message).at(QStringLiteral("line %1, column %2").arg(before.count(u'\n') + 1).arg(column));
}

QString quoted(QStringView text)
{
    constexpr qsizetype longest = 40;
    QString shown;
    for (const QChar c : text.left(longest))
        shown += c.isPrint() || c.isSurrogate() ? QString(c)
                                                : QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return u'"' + shown + (text.size() > longest ? QStringLiteral("…\"") : QStringLiteral("\""));
}

} // namespace thalweg
