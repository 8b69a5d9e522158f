#include "lexer.h"

#include <cmath>

namespace thalweg {

namespace {

constexpr qsizetype longestFormula = 100'000;

constexpr QStringView signs[]
    = { u"<=", u">=", u"==", u"!=", u"<", u">", u"+", u"-", u"*", u"/", u"^", u"(", u")", u"[", u"]", u"," };

/// Signs of other languages that begin like ours. Looked at before ours.
constexpr QStringView foreignPairs[] = { u"**", u"&&", u"||", u"<>", u"=<", u"=>" };

/// What people write elsewhere, and how it is said here.
constexpr struct Habit {
    QStringView written;
    QStringView right;
} habits[] = {
    { u"**", u"write ^ for a power" },
    { u"&&", u"write and" },
    { u"||", u"write or" },
    { u"<>", u"write != for not equal" },
    { u"=<", u"write <= for at most" },
    { u"=>", u"write >= for at least" },
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

[[noreturn]] void refuse(QStringView formula, const Token &token)
{
    const auto fail
        = [&](const QString &message) { throw FormulaError(formula, token.offset, token.text.size(), message); };
    if (token.kind == Token::Kind::Number)
        fail(QStringLiteral("%1 is too large; the largest number is 1.797e308").arg(quotedWord(token.text)));
    for (const Habit &habit : habits)
        if (token.text == habit.written)
            fail(QStringLiteral("unexpected %1; %2").arg(quotedWord(token.text), habit.right.toString()));
    fail(QStringLiteral(
        "unexpected %1; a formula is made of numbers, names, functions and the signs + - * / ^ ( ) [ ] ,")
             .arg(quotedWord(token.text)));
    Q_UNREACHABLE();
}

/// The length of the first of `written` that `text` starts with; 0 where it starts with none.
template <std::size_t n> qsizetype startLength(QStringView text, const QStringView (&written)[n])
{
    for (const QStringView one : written)
        if (text.startsWith(one))
            return one.size();
    return 0;
}

} // namespace

Token tokenAt(QStringView formula, qsizetype at)
{
    using Kind = Token::Kind;
    while (at < formula.size() && formula[at].isSpace())
        ++at;
    if (at >= formula.size())
        return { Kind::End, {}, formula.size() };
    const QStringView rest = formula.mid(at);
    if (const qsizetype length = numberLength(formula, at))
        return { Kind::Number, rest.left(length), at, rest.left(length).toDouble() };
    if (qsizetype length = nameCharacter(formula, at, true)) {
        while (const qsizetype more = nameCharacter(formula, at + length, false))
            length += more;
        return { Kind::Name, rest.left(length), at };
    }
    if (const qsizetype length = startLength(rest, foreignPairs))
        return { Kind::Foreign, rest.left(length), at };
    if (const qsizetype length = startLength(rest, signs))
        return { Kind::Sign, rest.left(length), at };
    const bool isPair = rest[0].isHighSurrogate() && rest.size() > 1;
    return { Kind::Foreign, rest.left(isPair ? 2 : 1), at };
}

std::vector<Token> tokenize(QStringView formula)
{
    if (formula.size() > longestFormula)
        throw FormulaError(formula.size(),
            QStringLiteral("the formula has %1 characters; at most %2 are allowed")
                .arg(formula.size())
                .arg(longestFormula));
    std::vector<Token> tokens;
    qsizetype at = 0;
    do {
        tokens.push_back(tokenAt(formula, at));
        const Token &token = tokens.back();
        if (token.kind == Token::Kind::Foreign || (token.kind == Token::Kind::Number && !std::isfinite(token.number)))
            refuse(formula, token);
        at = token.offset + token.text.size();
    } while (tokens.back().kind != Token::Kind::End);
    return tokens;
}

} // namespace thalweg
