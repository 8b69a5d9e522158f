#include "result.h"

namespace thalweg {

Error::Error(const QString &message) : message_(message), utf8_(message.toUtf8()) { }
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
    return (places_ + QStringList(message_)).join(QStringLiteral(": "));
}

} // namespace thalweg
