#include "csv_text.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class CsvEncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameTextInEveryEncodingReadsTheSame_data();
    void theSameTextInEveryEncodingReadsTheSame();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void aFileThatIsNotThereIsNamed();
    void aRelativePathStartsAtTheWorkflow();

private:
    QString write(const QByteArray &bytes) const
    {
        const QString path = folder_.filePath("data.csv");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write its file");
        return path;
    }

    QTemporaryDir folder_;
};

void CsvEncodingTest::theSameTextInEveryEncodingReadsTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = "naam,prijs €\nZoë,1.5\nÅse,2\n";
    const QByteArray utf8 = text.toUtf8();
    const auto encoded = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    const QByteArray windows = "naam,prijs \x80\nZo\xEB,1.5\n\xC5se,2\n";
    QTest::newRow("UTF-8") << utf8 << "auto";
    QTest::newRow("UTF-8 by name") << utf8 << "utf-8";
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + utf8 << "auto";
    QTest::newRow("UTF-8 with a mark, by name") << "\xEF\xBB\xBF" + utf8 << "utf-8";
    QTest::newRow("UTF-16 little-endian") << encoded(QStringConverter::Utf16LE, true) << "auto";
    QTest::newRow("UTF-16 big-endian") << encoded(QStringConverter::Utf16BE, true) << "auto";
    QTest::newRow("UTF-16 little-endian without a mark") << encoded(QStringConverter::Utf16LE, false) << "auto";
    QTest::newRow("UTF-16 big-endian without a mark") << encoded(QStringConverter::Utf16BE, false) << "utf-16";
    QTest::newRow("Windows-1252") << windows << "auto";
    QTest::newRow("Windows-1252 by name") << windows << "latin1";
}

void CsvEncodingTest::theSameTextInEveryEncodingReadsTheSame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const auto table = output<Table>(
        thalwegNodeTypes(), "sources.csv", "table", { { "path", write(bytes) }, { "encoding", encoding } });
    QCOMPARE(columnNames(*table), QStringList({ "naam", "prijs €" }));
    QCOMPARE(cells(*table, 0), QStringList({ "Zoë", "Åse" }));
    QCOMPARE(cells(*table, 1), QStringList({ "1.5", "2" }));
}

void CsvEncodingTest::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &bytes, const char *encoding, const char *message) {
        QTest::newRow(name) << bytes << QString(encoding) << QString(message);
    };
    row("nothing", "", "auto", "is empty; give at least one row");
    row("a compressed file", QByteArray("\x1F\x8B\x08\0abc", 7), "auto", "is a compressed file, not a text");
    row("a spreadsheet", QByteArray("PK\x03\x04\x14\0\x06\0", 8), "auto", "is a spreadsheet or another zip archive");
    row("an image", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "auto", "is not a text file");
    row("an image, as Latin-1", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "latin1", "is not a text file");
    row("a zero byte", QByteArray("x,y\n1,\0\n", 8), "utf-8", "is not a text file");
    row("no UTF-8", "x\n\xE9\n", "utf-8", "is not UTF-8; set the encoding to latin1 or auto");
    row("half a letter of UTF-16", QByteArray("\xFF\xFEx\0y", 5), "auto", "is not UTF-16: it has an odd number");
    row("half a pair of UTF-16", QByteArray("\xFF\xFEx\0\x3D\xD8", 6), "utf-16", "is not UTF-16");
}

void CsvEncodingTest::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, message);
    const QString path = write(bytes);
    const QString error = errorOf(thalwegNodeTypes(), "sources.csv", { { "path", path }, { "encoding", encoding } });
    const QString start = "parameter path: " + path + ": " + message;
    QCOMPARE(error.left(start.size()), start);
}

void CsvEncodingTest::aFileThatIsNotThereIsNamed()
{
    const QString path = folder_.filePath("none.csv");
    QCOMPARE(errorOf(thalwegNodeTypes(), "sources.csv", { { "path", path } }),
        "parameter path: " + path + ": there is no such file");
    QCOMPARE(errorOf(thalwegNodeTypes(), "sources.csv", { { "path", folder_.path() } }),
        "parameter path: " + folder_.path() + ": is a folder, not a file");
    QCOMPARE(
        errorOf(thalwegNodeTypes(), "sources.csv", {}), QString("parameter path: is missing; give the path of a file"));
}

void CsvEncodingTest::aRelativePathStartsAtTheWorkflow()
{
    write("x\n1\n");
    RunContext context(1, folder_.path());
    const auto outputs = run(thalwegNodeTypes(), "sources.csv", { { "path", "data.csv" } }, {}, context);
    QVERIFY(outputs.ok());
}

QTEST_GUILESS_MAIN(CsvEncodingTest)
#include "csv_encoding_test.moc"
