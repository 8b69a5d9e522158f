#include "figure/render.h"
#include "workflow/inside.h"
#include "workflow/workflow.h"

#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtEndian>
#include <QtTest>

using namespace thalweg;

namespace {

/// What is hard to carry: line breaks of both kinds, marks of XML, letters beyond ASCII, and what looks like an end.
QByteArray awkwardWorkflow()
{
    return QStringLiteral("{\"format\": \"thalweg-workflow\", \"version\": 1,\r\n \"title\": \"θ < 5 & \\\"x\\\" ]]> "
                          "</thalweg:workflow> /CreationDate (x) 𝛿\",\n\t\"nodes\": [], \"links\": []}\n")
        .toUtf8();
}

FigureOrigin origin()
{
    return { awkwardWorkflow(), QStringLiteral("Thalweg 1.2.3") };
}

QByteArray drawn(FigureFormat format, const FigureOrigin &origin)
{
    FigureContent content { .title = QStringLiteral("A line") };
    content.layers.push_back({ .label = QStringLiteral("a"), .shape = LineLayer { { 0, 1, 2 }, { 3, 1, 2 } } });
    const Result<QByteArray> bytes = renderFigure(Figure(content), format, {}, {}, origin);
    return bytes ? *bytes : QByteArray();
}

/// CRC-32 bit by bit, as the PNG specification defines it.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes)
        for (int bit = 0; bit < 8; ++bit) {
            const bool carry = ((crc >> 0) ^ (static_cast<quint8>(byte) >> bit)) & 1;
            crc = (crc >> 1) ^ (carry ? 0xedb88320u : 0u);
        }
    return crc ^ 0xffffffffu;
}

} // namespace

class OriginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatGivesTheWorkflowBack_data() { formats(); }
    void everyFormatGivesTheWorkflowBack();
    void theSameInputGivesTheSameBytes_data() { formats(); }
    void theSameInputGivesTheSameBytes();
    void aFigureWithoutAWorkflowCarriesNone_data() { formats(); }
    void aFigureWithoutAWorkflowCarriesNone();
    void aCutFileGivesNothingOrTheWhole_data() { formats(); }
    void aCutFileGivesNothingOrTheWhole();
    void aFigureOpensAsItsWorkflow_data() { formats(); }
    void aFigureOpensAsItsWorkflow();
    void aPngIsStillOne();
    void anSvgIsStillOne();
    void aPdfSaysWhenItWasMadeAsEver();
    void whatIsNoFigureIsNone();

private:
    static void formats()
    {
        QTest::addColumn<FigureFormat>("format");
        QTest::newRow("png") << FigureFormat::Png;
        QTest::newRow("svg") << FigureFormat::Svg;
        QTest::newRow("pdf") << FigureFormat::Pdf;
    }
};

void OriginTest::everyFormatGivesTheWorkflowBack()
{
    QFETCH(FigureFormat, format);
    const QByteArray bytes = drawn(format, origin());
    QVERIFY(isFigureFile(bytes));
    QCOMPARE(workflowInside(bytes).value_or("nothing"), awkwardWorkflow());
    QVERIFY(bytes.contains("Thalweg 1.2.3"));
}

void OriginTest::theSameInputGivesTheSameBytes()
{
    QFETCH(FigureFormat, format);
    QCOMPARE(drawn(format, origin()), drawn(format, origin()));
}

void OriginTest::aFigureWithoutAWorkflowCarriesNone()
{
    QFETCH(FigureFormat, format);
    const QByteArray bytes = drawn(format, {});
    QVERIFY(isFigureFile(bytes));
    QVERIFY(!workflowInside(bytes));
}

void OriginTest::aCutFileGivesNothingOrTheWhole()
{
    QFETCH(FigureFormat, format);
    const QByteArray bytes = drawn(format, origin());
    for (qsizetype size = 0; size < bytes.size(); size += size < 2000 ? 1 : 97)
        if (const auto inside = workflowInside(bytes.left(size)))
            QCOMPARE(*inside, awkwardWorkflow());
}

void OriginTest::aFigureOpensAsItsWorkflow()
{
    QFETCH(FigureFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure.bin"); // the contents say what it is, not the name
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(drawn(format, origin()));
    file.close();
    const Result<Workflow> workflow = openWorkflow(path);
    QVERIFY(workflow.ok());
    QVERIFY(workflow->graph.title.startsWith("θ < 5 & \"x\""));

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(drawn(format, {}));
    file.close();
    const Result<Workflow> none = openWorkflow(path);
    QVERIFY(!none.ok());
    QVERIFY2(none.error().text().contains("no workflow inside"), qPrintable(none.error().text()));
}

void OriginTest::aPngIsStillOne()
{
    const QByteArray png = drawn(FigureFormat::Png, origin());
    const QImage image = QImage::fromData(png, "png");
    const QImage plain = QImage::fromData(drawn(FigureFormat::Png, {}), "png");
    QVERIFY(!image.isNull());
    QCOMPARE(image.text("thalweg-workflow").remove(u'\r'), QString::fromUtf8(awkwardWorkflow()).remove(u'\r'));
    QCOMPARE(image.text("Software"), QString("Thalweg 1.2.3"));
    QCOMPARE(image.convertToFormat(QImage::Format_RGB32), plain.convertToFormat(QImage::Format_RGB32));

    QByteArrayList types;
    for (qsizetype at = 8; at < png.size();) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
        QVERIFY(at + 12 + length <= png.size());
        types += png.mid(at + 4, 4);
        QCOMPARE(qFromBigEndian<quint32>(png.constData() + at + 8 + length), crc32(png.mid(at + 4, length + 4)));
        at += 12 + length;
    }
    QCOMPARE(types.first(), QByteArray("IHDR"));
    QCOMPARE(types.last(), QByteArray("IEND"));
    QVERIFY(types.contains("iTXt"));
}

void OriginTest::anSvgIsStillOne()
{
    QXmlStreamReader reader(drawn(FigureFormat::Svg, origin()));
    int metadata = 0;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("metadata"))
            ++metadata;
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(metadata, 1);
}

void OriginTest::aPdfSaysWhenItWasMadeAsEver()
{
    const QByteArray pdf = drawn(FigureFormat::Pdf, origin());
    QCOMPARE(pdf.count("/CreationDate (D:20000101000000Z"), 1);
    QVERIFY(pdf.contains("xpacket"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void OriginTest::whatIsNoFigureIsNone()
{
    for (const QByteArray &bytes : { QByteArray(), QByteArray("{}"), awkwardWorkflow(), QByteArray("a,b\n1,2\n"),
             QByteArray("\x89PNG"), QByteArray("<html></html>") }) {
        QVERIFY(!isFigureFile(bytes));
        QVERIFY(!workflowInside(bytes));
    }
}

QTEST_MAIN(OriginTest)
#include "origin_test.moc"
