#include "formula_error.h"

#include <algorithm>

namespace thalweg {

struct FormulaError::Place {
    int line;
    int column;

    Place(QStringView formula, qsizetype offset)
    {
        const QStringView before = formula.left(offset);
        const QStringView text = before.mid(before.lastIndexOf(u'\n') + 1);
        line = static_cast<int>(before.count(u'\n') + 1);
        column = static_cast<int>(
            std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }) + 1);
    }
};

FormulaError::FormulaError(QStringView formula, qsizetype offset, qsizetype length, const QString &message)
    : FormulaError(Place(formula, offset), offset, length, message)
{
}

FormulaError::FormulaError(const Place &place, qsizetype offset, qsizetype length, const QString &message)
    : Error(Error(message).at(QStringLiteral("line %1, column %2").arg(place.line).arg(place.column))), offset_(offset),
      length_(length), line_(place.line), column_(place.column)
{
}

FormulaError::FormulaError(qsizetype length, const QString &message)
    : Error(message), offset_(0), length_(length), line_(1), column_(1)
{
}

FormulaError::FormulaError(const FormulaError &) = default;
FormulaError &FormulaError::operator=(const FormulaError &) = default;
FormulaError::~FormulaError() = default;

QString quotedWord(QStringView text)
{
    constexpr qsizetype longest = 40;
    QString shown;
    for (const QChar c : text.left(longest))
        shown += c.isPrint() || c.isSurrogate() ? QString(c)
                                                : QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return u'"' + shown + (text.size() > longest ? QStringLiteral("…\"") : QStringLiteral("\""));
}

} // namespace thalweg
