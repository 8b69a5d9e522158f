#pragma once

#include <QByteArray>

namespace thalweg {

enum class Encoding {
    Found, ///< by the byte order mark, else by what the bytes can be
    Utf8,
    Utf16, ///< little-endian where there is no byte order mark
    Latin1, ///< with the letters that Windows-1252 puts where ISO 8859-1 has control characters
};

/// The bytes of a text file as UTF-8 without a byte order mark. Throws Error for what is no text (an archive, an image)
/// and for bytes that are not of the encoding.
QByteArray toUtf8(QByteArray bytes, Encoding encoding);

} // namespace thalweg
