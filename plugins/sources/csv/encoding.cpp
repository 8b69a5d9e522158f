#include "encoding.h"

#include <thalweg/result.h>

#include <QString>
#include <QUtf8StringView>
#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace thalweg {

namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view littleMark = "\xFF\xFE";
constexpr std::string_view bigMark = "\xFE\xFF";

std::string_view view(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// What the characters of ASCII look like in UTF-16: every other byte is 0. The two parts say which.
std::pair<qsizetype, qsizetype> zerosAtEvenAndOdd(const QByteArray &bytes)
{
    std::pair<qsizetype, qsizetype> zeros;
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096);
    for (qsizetype i = 0; i < looked; ++i)
        if (bytes[i] == 0)
            ++(i % 2 ? zeros.second : zeros.first);
    return zeros;
}

bool looksLikeUtf16(const QByteArray &bytes)
{
    if (view(bytes).starts_with(littleMark) || view(bytes).starts_with(bigMark))
        return true;
    const auto [even, odd] = zerosAtEvenAndOdd(bytes);
    const qsizetype half = std::min<qsizetype>(bytes.size(), 4096) / 2;
    return bytes.size() % 2 == 0 && half > 0 && std::max(even, odd) > half / 2 && std::min(even, odd) == 0;
}

void refuseKnownBinaries(const QByteArray &bytes)
{
    if (view(bytes).starts_with("\x1F\x8B") || view(bytes).starts_with("BZh")
        || view(bytes).starts_with(std::string_view("\xFD"
                                                    "7zXZ",
            5)))
        throw Error(QStringLiteral("is a compressed file, not a text; unpack it first"));
    if (view(bytes).starts_with("PK\x03\x04"))
        throw Error(QStringLiteral("is a spreadsheet or another zip archive, not a text; save the table as CSV"));
}

/// A text file has no zero byte and hardly any control character.
void refuseControlCharacters(const QByteArray &utf8)
{
    const auto zero = view(utf8).find('\0');
    const qsizetype looked = std::min<qsizetype>(utf8.size(), 65536);
    const auto strange = std::count_if(utf8.begin(), utf8.begin() + looked,
        [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
    if (zero != std::string_view::npos || strange * 50 > looked)
        throw Error(QStringLiteral("is not a text file; save the table as CSV"));
}

QByteArray fromUtf16(const QByteArray &bytes)
{
    if (bytes.size() % 2 != 0)
        throw Error(QStringLiteral("is not UTF-16: it has an odd number of bytes; set another encoding"));
    const auto [even, odd] = zerosAtEvenAndOdd(bytes);
    const bool marked = view(bytes).starts_with(littleMark) || view(bytes).starts_with(bigMark);
    const bool isBig = marked ? view(bytes).starts_with(bigMark) : even > odd;
    QString text(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char *unit = bytes.constData() + 2 * i;
        text[i] = QChar(isBig ? qFromBigEndian<quint16>(unit) : qFromLittleEndian<quint16>(unit));
    }
    if (marked)
        text.remove(0, 1);
    if (!text.isValidUtf16())
        throw Error(QStringLiteral("is not UTF-16; set another encoding"));
    return text.toUtf8();
}

QByteArray fromLatin1(const QByteArray &bytes)
{
    // What Windows-1252 has at 0x80 … 0x9F (https://encoding.spec.whatwg.org/#windows-1252).
    static constexpr char16_t windows[] = u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039"
                                          u"\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
                                          u"\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text)
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(windows[c.unicode() - 0x80]);
    return text.toUtf8();
}

} // namespace

QByteArray toUtf8(QByteArray bytes, Encoding encoding)
{
    if (encoding == Encoding::Found) {
        refuseKnownBinaries(bytes);
        if (looksLikeUtf16(bytes))
            encoding = Encoding::Utf16;
        else
            encoding = QUtf8StringView(bytes).isValidUtf8() ? Encoding::Utf8 : Encoding::Latin1;
    }
    if (encoding == Encoding::Utf16) {
        bytes = fromUtf16(bytes);
    } else if (encoding == Encoding::Utf8) {
        if (!QUtf8StringView(bytes).isValidUtf8())
            throw Error(QStringLiteral("is not UTF-8; set the encoding to latin1 or auto"));
        if (view(bytes).starts_with(utf8Mark))
            bytes.remove(0, static_cast<qsizetype>(utf8Mark.size()));
    }
    // Before a text of single bytes is made to letters: anything can be read as that, an image, too.
    refuseControlCharacters(bytes);
    return encoding == Encoding::Latin1 ? fromLatin1(bytes) : bytes;
}

} // namespace thalweg
