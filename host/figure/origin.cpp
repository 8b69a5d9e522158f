#include "figure/origin.h"

#include <QtEndian>

#include <array>

namespace thalweg {

namespace {

constexpr auto xmlNamespace = "urn:thalweg:workflow";

constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table {};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? 0xedb88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}();

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// A chunk as the PNG specification has it: length, type, data, and the CRC-32 of type and data.
QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray checked = type + data;
    quint32 crc = 0xffffffffu;
    for (const char byte : checked)
        crc = crcTable[(crc ^ static_cast<quint8>(byte)) & 0xff] ^ (crc >> 8);
    return bigEndian(static_cast<quint32>(data.size())) + checked + bigEndian(crc ^ 0xffffffffu);
}

/// Text as it may stand in XML and is read back: a reader makes one line break of a carriage return and a line feed,
/// and takes no noncharacter, which in JSON stands in strings alone and can be written in digits.
QByteArray escaped(QByteArray text)
{
    return text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\r', "&#13;")
        .replace("\xef\xbf\xbe", "\\ufffe")
        .replace("\xef\xbf\xbf", "\\uffff");
}

QByteArray element(const char *name, const QByteArray &text)
{
    return QByteArray("<thalweg:") + name + " xmlns:thalweg=\"" + xmlNamespace + "\">" + escaped(text)
        + "</thalweg:" + name + ">\n";
}

QByteArray elements(const FigureOrigin &origin)
{
    return element("program", origin.program.toUtf8()) + element("workflow", origin.workflow);
}

} // namespace

QByteArray pngWithOrigin(const QByteArray &png, const FigureOrigin &origin)
{
    constexpr qsizetype headerEnd = 8 + 12 + 13; // the signature and the chunk IHDR
    if (origin.workflow.isEmpty() || png.size() < headerEnd)
        return png;
    const QByteArray uncompressedNoLanguage("\0\0\0\0\0", 5);
    QByteArray result = png;
    result.insert(headerEnd,
        chunk("tEXt", QByteArrayLiteral("Software\0") + origin.program.toLatin1())
            + chunk("iTXt", QByteArrayLiteral("thalweg-workflow") + uncompressedNoLanguage + origin.workflow));
    return result;
}

QByteArray svgWithOrigin(const QByteArray &svg, const FigureOrigin &origin)
{
    const qsizetype root = svg.indexOf("<svg");
    const qsizetype open = root < 0 ? -1 : svg.indexOf('>', root);
    if (origin.workflow.isEmpty() || open < 0)
        return svg;
    QByteArray result = svg;
    result.insert(open + 1, "\n<metadata>\n" + elements(origin) + "</metadata>");
    return result;
}

QByteArray xmpOf(const FigureOrigin &origin)
{
    return QByteArrayLiteral("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                             "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                             "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                             "<xmp:CreatorTool>")
        + escaped(origin.program.toUtf8()) + "</xmp:CreatorTool>\n" + elements(origin)
        + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

} // namespace thalweg
