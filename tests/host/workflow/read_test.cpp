#include "workflow/workflow.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot be read: " + path.toStdString());
    return file.readAll();
}

QString faultPath(const QString &name)
{
    return QFINDTESTDATA("faults/" + name + ".thalweg");
}

/// A file with `keys` besides those that are required.
QByteArray fileWith(const QByteArray &keys)
{
    return R"({"format": "thalweg-workflow", "version": 1, "nodes": [], "links": [])" + keys + '}';
}

} // namespace

class ReadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllThatAFileSays();
    void needsFormatVersionNodesAndLinksOnly();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void readsEverySeedOf64Bits_data();
    void readsEverySeedOf64Bits();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void opensNoFileOfTheFaultyOnes();
    void countsColumnsInCharacters();
    void refusesListsNestedAHundredThousandDeep();
    void refusesEveryFileThatIsCutOff();
    void saysThePathOfWhatCannotBeOpened();
    void keepsMessagesOfLongNamesShort();
};

void ReadTest::readsAllThatAFileSays()
{
    const Result<Workflow> read = readWorkflow(R"({
        "format": "thalweg-workflow", "version": 1, "title": "Täst", "description": "Two\nlines", "seed": 12,
        "nodes": [{"id": "a", "type": "x.y", "version": 3, "parameters": {"p": [1, {"q": null}]}, "colour": "red"},
                  {"type": "x.z", "id": "b"}],
        "links": ["a.out -> b.in", "a.out->b.rate"],
        "layout": {"a": [1, -2.5]}, "annotations": ["note"], "author": {"name": "someone"}})");
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const Graph &graph = read->graph;
    QCOMPARE(graph.title, QString::fromUtf8("Täst"));
    QCOMPARE(graph.description, QString("Two\nlines"));
    QCOMPARE(graph.seed, 12);
    QCOMPARE(graph.nodes.size(), std::size_t(2));
    QCOMPARE(graph.nodes[0].id, QString("a"));
    QCOMPARE(graph.nodes[0].type, QString("x.y"));
    QCOMPARE(graph.nodes[0].version, 3);
    QCOMPARE(
        graph.nodes[0].parameters, QJsonObject({ { "p", QJsonArray { 1, QJsonObject { { "q", QJsonValue() } } } } }));
    QCOMPARE(graph.nodes[0].extra, QJsonObject({ { "colour", "red" } }));
    QCOMPARE(graph.nodes[1].version, 1);
    QVERIFY(graph.nodes[1].parameters.isEmpty() && graph.nodes[1].extra.isEmpty());
    QVERIFY(
        graph.links == (std::vector<Link> { { { "a", "out" }, { "b", "in" } }, { { "a", "out" }, { "b", "rate" } } }));
    QCOMPARE(graph.layout, QJsonObject({ { "a", QJsonArray { 1, -2.5 } } }));
    QCOMPARE(graph.annotations, QJsonArray { "note" });
    QCOMPARE(graph.extra, QJsonObject({ { "author", QJsonObject { { "name", "someone" } } } }));
}

void ReadTest::needsFormatVersionNodesAndLinksOnly()
{
    const Result<Workflow> read = readWorkflow(fileWith(""));
    QVERIFY(read);
    QVERIFY(read->graph == Graph());
    QCOMPARE(read->graph.seed, 1);
}

void ReadTest::readsWhatOthersWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = fileWith(", \"title\": \"Caf\xc3\xa9\"");
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + plain;
    QTest::newRow("no newline at the end") << plain;
    QTest::newRow("newlines of Windows") << QByteArray(plain).replace(", ", ",\r\n\t") + "\r\n";
    QTest::newRow("escaped letters") << QByteArray(plain).replace("Caf\xc3\xa9", "\\u0043af\\u00E9");
    QTest::newRow("a whole number with a point") << QByteArray(plain).replace("\"version\": 1", "\"version\": 1.0");
    QTest::newRow("a whole number with an exponent")
        << QByteArray(plain).replace("\"version\": 1", "\"version\": 10e-1");
}

void ReadTest::readsWhatOthersWrite()
{
    QFETCH(QByteArray, bytes);
    const Result<Workflow> read = readWorkflow(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->graph.title, QString::fromUtf8("Café"));
    QCOMPARE(bytesOf(*read), bytes);
}

void ReadTest::readsEverySeedOf64Bits_data()
{
    QTest::addColumn<qint64>("seed");
    for (const qint64 seed : { qint64(0), qint64(-1), (qint64(1) << 53) + 1, qint64(4611686018427387905),
             std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min() })
        QTest::addRow("%lld", static_cast<long long>(seed)) << seed;
}

void ReadTest::readsEverySeedOf64Bits()
{
    QFETCH(qint64, seed);
    const Result<Workflow> read = readWorkflow(fileWith(", \"seed\": " + QByteArray::number(seed)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->graph.seed, seed);
}

void ReadTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QStringList &words) { QTest::newRow(name) << words; };
    row("empty", { "the file is empty" });
    row("blank", { "the file is empty" });
    row("cut-off", { "line 4, column ", "JSON" });
    row("comma-at-the-end", { "line 5, column 1", "JSON" });
    row("two-documents", { "line 5, column 1", "JSON" });
    row("not-json", { "line 1, column 1", "JSON" });
    row("list", { "object", "list" });
    row("number", { "JSON" });
    row("other-format", { "\"format\"", "thalweg-workflow", "other-workflow" });
    row("format-missing", { "\"format\"", "missing" });
    row("newer-version", { "version 2", "version 1", "newer" });
    row("version-zero", { "\"version\"", "1 or more", "0" });
    row("version-a-text", { "\"version\"", "a whole number", "a text" });
    row("nodes-missing", { "\"nodes\"", "missing", "a list" });
    row("links-missing", { "\"links\"", "missing", "a list" });
    row("nodes-an-object", { "\"nodes\"", "a list", "an object" });
    row("node-a-text", { "node number 2", "an object", "a text" });
    row("node-without-id", { "node number 1", "\"id\"", "missing" });
    row("node-without-type", { "node cost", "\"type\"", "missing" });
    row("bad-id", { "node number 1", "2nd cost", "starting with a letter" });
    row("duplicate-id", { "node cost", "two nodes" });
    row("node-version-a-half", { "node cost", "\"version\"", "a whole number", "1.5" });
    row("parameters-a-list", { "node cost", "\"parameters\"", "an object", "a list" });
    row("title-a-number", { "\"title\"", "a text", "a number" });
    row("description-null", { "\"description\"", "a text", "null" });
    row("seed-a-text", { "\"seed\"", "a whole number", "a text" });
    row("seed-one-and-a-half", { "\"seed\"", "a whole number", "1.5" });
    row("seed-beyond-64-bits", { "\"seed\"", "a whole number", "9.22337e+18" });
    row("link-an-object", { "link number 1", "node.output -> node.input", "an object" });
    row("link-without-arrow", { "link number 2", "node.output -> node.input", "a.b, c.d" });
    row("links-a-text", { "\"links\"", "a list", "a text" });
    row("layout-a-list", { "\"layout\"", "an object", "a list" });
    row("layout-of-one-number", { "\"layout\"", "cost", "[220, 0]" });
    row("layout-of-texts", { "\"layout\"", "cost", "[220, 0]" });
    row("annotations-an-object", { "\"annotations\"", "a list", "an object" });
    row("mode-unheard-of", { "node cost", "\"mode\"", "mute", "bypass", "sleep" });
    row("mode-a-number", { "node cost", "\"mode\"", "a text", "a number" });
    row("note-without-place", { "annotation number 2", "\"rect\"", "[0, 0, 200, 120]" });
    row("latin1", { "line 3, column 15", "UTF" });
    row("utf16", { "JSON" });
}

void ReadTest::saysWhatIsWrongAndWhere()
{
    QFETCH(QStringList, words);
    const QString path = faultPath(QTest::currentDataTag());
    QVERIFY(!path.isEmpty());
    const Result<Workflow> read = openWorkflow(path);
    QVERIFY(!read);
    const QString text = read.error().text();
    QVERIFY2(text.startsWith(path + ": "), qPrintable(text));
    for (const QString &word : words)
        QVERIFY2(text.mid(path.size()).contains(word), qPrintable(text));
    QVERIFY2(!text.contains('\n') && text.size() <= 2000 + path.size(), qPrintable(text));
    // The same from memory, but for the path.
    const Result<Workflow> fromMemory = readWorkflow(contentOf(path));
    QVERIFY(!fromMemory);
    QCOMPARE(fromMemory.error().at(path).text(), text);
}

void ReadTest::opensNoFileOfTheFaultyOnes()
{
    const QFileInfoList files = QDir(QFileInfo(faultPath("empty")).path()).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QVERIFY2(!openWorkflow(file.filePath()), qPrintable(file.fileName()));
}

void ReadTest::countsColumnsInCharacters()
{
    // The fault is the x, the sixth character of the second line; 😀 is one character of four bytes, é of two.
    const Result<Workflow> read = readWorkflow("{\n\"\xf0\x9f\x98\x80\xc3\xa9\":x}");
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains("line 2, column 6"), qPrintable(read.error().text()));
    const Result<Workflow> marked = readWorkflow("\xef\xbb\xbf{x}");
    QVERIFY2(marked.error().text().contains("line 1, column 2"), qPrintable(marked.error().text()));
}

void ReadTest::refusesListsNestedAHundredThousandDeep()
{
    const int depth = 100'000;
    const QByteArray deep = fileWith(", \"deep\": " + QByteArray(depth, '[') + QByteArray(depth, ']'));
    const Result<Workflow> read = readWorkflow(deep);
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains("nested"), qPrintable(read.error().text()));
    QVERIFY(!readWorkflow(QByteArray(depth, '[')));
    QVERIFY(!readWorkflow(QByteArray("{\"a\":").repeated(depth)));
}

void ReadTest::refusesEveryFileThatIsCutOff()
{
    const QByteArray whole
        = contentOf(qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/workflows/seed-quadratic.thalweg")
              .trimmed();
    QVERIFY(readWorkflow(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Workflow> read = readWorkflow(whole.left(length));
        QVERIFY2(!read, qPrintable(QString("cut off at %1").arg(length)));
        QVERIFY(!read.error().text().isEmpty());
    }
}

void ReadTest::saysThePathOfWhatCannotBeOpened()
{
    const QTemporaryDir folder;
    const Result<Workflow> absent = openWorkflow(folder.filePath("absent.thalweg"));
    QVERIFY(!absent);
    QVERIFY2(absent.error().text().startsWith(folder.filePath("absent.thalweg: ")), qPrintable(absent.error().text()));
    const Result<Workflow> directory = openWorkflow(folder.path());
    QVERIFY(!directory);
    QVERIFY2(directory.error().text().contains("folder"), qPrintable(directory.error().text()));
}

void ReadTest::keepsMessagesOfLongNamesShort()
{
    const QByteArray name(100'000, 'x');
    const QByteArray nodes = R"({"format": "thalweg-workflow", "version": 1, "links": [], "nodes": [)";
    const QByteArray node = R"({"id": ")" + name + R"(", "type": "a.b"})";
    for (const QByteArray &bytes : {
             fileWith(", \"layout\": {\"" + name + "\": 1}"),
             nodes + node + ", " + node + "]}",
             nodes + R"({"id": ")" + name + R"("}]})",
             nodes + R"({"id": "1)" + name + R"("}]})",
             QByteArray(R"({"format": ")" + name + "\"}"),
         }) {
        const Result<Workflow> read = readWorkflow(bytes);
        QVERIFY(!read);
        QVERIFY2(read.error().text().size() <= 2000, qPrintable(read.error().text().left(200)));
    }
}

QTEST_GUILESS_MAIN(ReadTest)
#include "read_test.moc"
