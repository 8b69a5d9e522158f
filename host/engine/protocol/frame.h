#pragma once

#include <thalweg/result.h>

#include <QByteArray>

#include <cstdint>
#include <optional>

/// How messages lie in a stream of bytes: the length of what follows (32 bits, little-endian), then one CBOR map
/// (RFC 8949) that has a `kind`.
namespace thalweg {

/// Bytes of one message; what is longer is a fault of the stream, not a message. Text of a login script or of another
/// program, read as a length, is always longer: its fourth character is a blank (0x20) or above.
inline constexpr std::uint32_t longestFrame = 0x1fff'ffff;

/// The message with its length in front.
QByteArray framed(const QByteArray &message);

/// Takes bytes as they come and gives messages, each as soon as it is whole.
class FrameReader {
public:
    void add(const QByteArray &bytes);

    /// The next message, nothing if it is not there yet, or an error if what came is no message: then nothing that
    /// comes behind it can be read, either.
    Result<std::optional<QByteArray>> next();

private:
    QByteArray bytes_;
    qsizetype read_ = 0; ///< of bytes_
};

} // namespace thalweg
