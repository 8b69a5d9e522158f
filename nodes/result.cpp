#include "result.h"

namespace thalweg {

namespace {

/// On one line, and at most so many characters.
QString brief(QString text, qsizetype longest)
{
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text.size() > longest ? text.left(longest - 1) + QStringLiteral("…") : text;
}

} // namespace

Error::Error(const QString &message) : message_(message), utf8_(text().toUtf8()) { }
Error::Error(const Error &) = default;
Error &Error::operator=(const Error &) = default;
Error::~Error() = default;

Error Error::at(const QString &place) const
{
    Error placed = *this;
    placed.places_.prepend(place);
    placed.utf8_ = placed.text().toUtf8();
    return placed;
}

QString Error::text() const
{
    constexpr qsizetype longestPlace = 300; // so that the message behind it is seen, too
    constexpr qsizetype longest = 2000;
    QStringList parts;
    for (const QString &place : places_)
        parts += brief(place, longestPlace);
    return brief((parts + QStringList(message_)).join(QStringLiteral(": ")), longest);
}

} // namespace thalweg
