#include "workflow/inside.h"

#include <QXmlStreamReader>
#include <QtEndian>

namespace thalweg {

namespace {

constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n");

/// The text of an iTXt chunk of this keyword, if it is not compressed.
std::optional<QByteArray> textOf(QByteArrayView chunk, QByteArrayView keyword)
{
    // keyword 0, compressed or not, method, language 0, translated keyword 0, text
    const qsizetype text = keyword.size() + 1;
    if (!chunk.startsWith(keyword) || chunk.size() < text + 4 || chunk[keyword.size()] != 0 || chunk[text] != 0)
        return {};
    const qsizetype language = chunk.indexOf('\0', text + 2);
    const qsizetype translated = language < 0 ? -1 : chunk.indexOf('\0', language + 1);
    return translated < 0 ? std::nullopt : std::optional(chunk.sliced(translated + 1).toByteArray());
}

std::optional<QByteArray> insidePng(QByteArrayView png)
{
    constexpr qsizetype frame = 12; // length, type and checksum
    for (QByteArrayView rest = png.sliced(pngSignature.size()); rest.size() >= frame;) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(rest.data()));
        if (length > rest.size() - frame)
            return {};
        if (rest.sliced(4, 4) == QByteArrayView("iTXt"))
            if (const auto text = textOf(rest.sliced(8, length), "thalweg-workflow"))
                return text;
        rest = rest.sliced(frame + length);
    }
    return {};
}

/// The text of the element, in an SVG or in the metadata of a PDF.
std::optional<QByteArray> insideXml(const QByteArray &bytes)
{
    const qsizetype from = bytes.indexOf("<thalweg:workflow");
    const QByteArray end("</thalweg:workflow>");
    const qsizetype until = bytes.indexOf(end, from);
    if (from < 0 || until < 0)
        return {};
    QXmlStreamReader reader(bytes.mid(from, until + end.size() - from));
    reader.setNamespaceProcessing(false); // which may be declared further out
    if (!reader.readNextStartElement())
        return {};
    const QByteArray text = reader.readElementText().toUtf8();
    return reader.hasError() ? std::nullopt : std::optional(text);
}

bool isPdf(const QByteArray &bytes)
{
    return bytes.startsWith("%PDF-");
}

bool isSvg(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096).trimmed();
    return head.startsWith('<') && head.contains("<svg");
}

} // namespace

bool isFigureFile(const QByteArray &bytes)
{
    return bytes.startsWith(pngSignature) || isPdf(bytes) || isSvg(bytes);
}

std::optional<QByteArray> workflowInside(const QByteArray &figure)
{
    if (figure.startsWith(pngSignature))
        return insidePng(figure);
    return isPdf(figure) || isSvg(figure) ? insideXml(figure) : std::nullopt;
}

} // namespace thalweg
