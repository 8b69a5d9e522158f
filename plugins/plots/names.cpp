#include "names.h"

#include <thalweg/formula/greek.h>
#include <thalweg/node_types.h>
#include <thalweg/result.h>

#include <QHash>
#include <QRegularExpression>

namespace thalweg {

namespace {

QString subscript(const QString &digits)
{
    QString text = digits;
    for (QChar &digit : text)
        digit = QChar(0x2080 + digit.digitValue());
    return text;
}

} // namespace

QString displayName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z]+?)(?:(_?)([0-9]+)|\\[([0-9]+)\\])?$"));
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return name;
    const QString letters = match.captured(1);
    const QString letter = greekLetter(letters);
    const bool bracketed = match.hasCaptured(4);
    const QString index = bracketed ? match.captured(4) : match.captured(3);
    if (index.isEmpty())
        return letter.isEmpty() ? name : letter;
    // `x1` is an ordinary name, `x_1` of one letter and `theta1` are not.
    const bool isIndex = bracketed || !letter.isEmpty() || (letters.size() == 1 && !match.captured(2).isEmpty());
    return isIndex ? (letter.isEmpty() ? letters : letter) + subscript(index) : name;
}

QString costLabel(const QStringList &names)
{
    constexpr qsizetype most = 4;
    QStringList shown;
    for (const QString &name : names.size() > most ? names.first(2) : names)
        shown += displayName(name);
    if (names.size() > most)
        shown += QStringLiteral("…");
    return QStringLiteral("J(%1)").arg(shown.join(QStringLiteral(", ")));
}

qsizetype placeOf(const QString &name, const QStringList &names, const QString &what)
{
    const qsizetype place = names.indexOf(name);
    if (place >= 0)
        return place;
    throw Error(QStringLiteral("\"%1\" is no %2%3").arg(name, what, suggestion(name, names)));
}

qsizetype parameterPlace(const Inputs &in, const QString &setting, const QStringList &names, qsizetype otherwise)
{
    const QString name = in.text(setting).trimmed();
    if (name.isEmpty())
        return otherwise;
    try {
        return placeOf(name, names, QStringLiteral("parameter of the objective"));
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter %1").arg(setting));
    }
}

Parameter titleParameter()
{
    return text(QStringLiteral("title")).help(QStringLiteral("Over the plot; empty: one that says what is shown."));
}

QString titleOf(const Inputs &in, const QString &otherwise)
{
    const QString title = in.text(QStringLiteral("title"));
    return title.trimmed().isEmpty() ? otherwise : title;
}

} // namespace thalweg
