#include "gui/formula/math_words.h"

#include <thalweg/formula/greek.h>

#include <QRegularExpression>

namespace thalweg {

namespace {

struct NameParts {
    QString stem;
    QStringList below;
};

/// `theta_1` → theta and 1; `x12` → x and 12; a name of nothing else stays whole.
NameParts partsOf(QString name)
{
    for (QChar &c : name)
        if (c >= u'₀' && c <= u'₉')
            c = QChar(u'0' + (c.unicode() - u'₀'));
    static const QRegularExpression form(QStringLiteral("^([^_0-9]+)([0-9]*)(?:_(.+))?$"));
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return { name, {} };
    NameParts parts { match.captured(1), {} };
    if (match.hasCaptured(2) && !match.captured(2).isEmpty())
        parts.below += match.captured(2);
    parts.below += match.captured(3).split(QLatin1Char('_'), Qt::SkipEmptyParts);
    return parts;
}

/// Letters stand for numbers and lean; digits and words do not.
MathBox word(const QString &text, const MathStyle &style)
{
    if (const QString greek = greekLetter(text); !greek.isEmpty())
        return letters(greek, greek[0].isLower() ? style.italic() : style.upright());
    const bool leans = text.size() == 1 && text[0].isLetter();
    return letters(text, leans ? style.italic() : style.upright());
}

} // namespace

MathBox nameBox(const QString &name, const MathStyle &style, const std::optional<MathBox> &moreBelow,
    const std::optional<MathBox> &above)
{
    const NameParts parts = partsOf(name);
    const bool isWord = parts.stem.size() > 1 && greekLetter(parts.stem).isEmpty();
    const MathBox stem = isWord ? letters(parts.stem, style.italic()) : word(parts.stem, style);
    const MathStyle small = style.script();
    std::vector<MathBox> below;
    for (const QString &part : parts.below) {
        if (!below.empty())
            below.push_back(sign(QStringLiteral(","), 0, small));
        below.push_back(word(part, small));
    }
    if (moreBelow) {
        if (!below.empty())
            below.push_back(sign(QStringLiteral(","), 0, small));
        below.push_back(*moreBelow);
    }
    if (below.empty() && !above)
        return stem;
    return scripted(stem, below.empty() ? std::nullopt : std::optional(row(below)), above, style);
}

MathBox numberBox(const QString &written, const MathStyle &style)
{
    const qsizetype at = written.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive);
    QString mantissa = at < 0 ? written : written.left(at);
    if (mantissa.startsWith(QLatin1Char('.')))
        mantissa.prepend(QLatin1Char('0'));
    if (mantissa.endsWith(QLatin1Char('.')))
        mantissa.chop(1);
    if (at < 0)
        return letters(mantissa, style.upright());
    QString exponent = QString::number(written.mid(at + 1).toInt());
    exponent.replace(QLatin1Char('-'), QChar(u'−'));
    const MathBox power = scripted(
        letters(QStringLiteral("10"), style.upright()), {}, letters(exponent, style.script().upright()), style);
    if (mantissa == QLatin1String("1"))
        return power;
    return row({ letters(mantissa, style.upright()), sign(QStringLiteral("×"), 0.12, style), power });
}

bool isLongName(const QString &name)
{
    const QString stem = partsOf(name).stem;
    return stem.size() > 1 && greekLetter(stem).isEmpty();
}

std::optional<FunctionName> functionName(Operation operation)
{
    static const QHash<Operation, FunctionName> names {
        { Operation::Sign, { QStringLiteral("sgn"), {} } },
        { Operation::Exp, { QStringLiteral("exp"), {} } },
        { Operation::Expm1, { QStringLiteral("expm1"), {} } },
        { Operation::Log, { QStringLiteral("log"), {} } },
        { Operation::Log1p, { QStringLiteral("log1p"), {} } },
        { Operation::Log2, { QStringLiteral("log"), QStringLiteral("2") } },
        { Operation::Log10, { QStringLiteral("log"), QStringLiteral("10") } },
        { Operation::Sin, { QStringLiteral("sin"), {} } },
        { Operation::Cos, { QStringLiteral("cos"), {} } },
        { Operation::Tan, { QStringLiteral("tan"), {} } },
        { Operation::Asin, { QStringLiteral("arcsin"), {} } },
        { Operation::Acos, { QStringLiteral("arccos"), {} } },
        { Operation::Atan, { QStringLiteral("arctan"), {} } },
        { Operation::Atan2, { QStringLiteral("atan2"), {} } },
        { Operation::Sinh, { QStringLiteral("sinh"), {} } },
        { Operation::Cosh, { QStringLiteral("cosh"), {} } },
        { Operation::Tanh, { QStringLiteral("tanh"), {} } },
        { Operation::Min, { QStringLiteral("min"), {} } },
        { Operation::Max, { QStringLiteral("max"), {} } },
    };
    const auto found = names.constFind(operation);
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace thalweg
