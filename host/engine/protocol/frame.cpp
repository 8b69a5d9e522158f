#include "engine/protocol/frame.h"

#include <QtEndian>

namespace thalweg {

namespace {

constexpr qsizetype headerSize = sizeof(std::uint32_t);

} // namespace

QByteArray framed(const QByteArray &message)
{
    QByteArray frame(headerSize, Qt::Uninitialized);
    qToLittleEndian(static_cast<std::uint32_t>(message.size()), frame.data());
    return frame + message;
}

void FrameReader::add(const QByteArray &bytes)
{
    // What was read is dropped now and then, not each time, so that many small messages in one piece are not moved
    // each.
    if (read_ == bytes_.size()) {
        bytes_ = bytes;
        read_ = 0;
        return;
    }
    if (read_ > bytes_.size() / 2) {
        bytes_.remove(0, read_);
        read_ = 0;
    }
    bytes_ += bytes;
}

Result<std::optional<QByteArray>> FrameReader::next()
{
    const qsizetype there = bytes_.size() - read_;
    if (there < headerSize)
        return std::optional<QByteArray>();
    const auto length = qFromLittleEndian<std::uint32_t>(bytes_.constData() + read_);
    if (length > longestFrame)
        return Error(
            QStringLiteral("a message of %1 bytes is announced, but none is longer than %2; it begins with \"%3\"")
                .arg(length)
                .arg(longestFrame)
                .arg(QString::fromLatin1(bytes_.mid(read_, 60)).simplified()));
    if (there - headerSize < static_cast<qsizetype>(length))
        return std::optional<QByteArray>();
    QByteArray message = bytes_.mid(read_ + headerSize, static_cast<qsizetype>(length));
    read_ += headerSize + static_cast<qsizetype>(length);
    return std::optional(std::move(message));
}

} // namespace thalweg
