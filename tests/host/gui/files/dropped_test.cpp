#include "gui/files/dropped.h"

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using namespace thalweg;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

constexpr auto workflow = R"({"format": "thalweg-workflow", "version": 1, "title": "t", "nodes": [], "links": []})";

/// The graph after a file was dropped at (10, 20).
Graph withData(Graph graph, const QString &path, const QString &directory)
{
    const Result<Edit> edit = addData(graph, { path }, directory, { 10, 20 });
    if (edit)
        for (const Change &change : edit->changes)
            apply(graph, change);
    return graph;
}

} // namespace

class DroppedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreToldApart_data();
    void filesAreToldApart();
    void whatHasNoUseIsRefusedInWords_data();
    void whatHasNoUseIsRefusedInWords();
    void dataBecomeANode_data();
    void dataBecomeANode();
    void aSecondNodeGetsAnotherId();
};

void DroppedTest::filesAreToldApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<int>("kind");
    const QByteArray svg = QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><thalweg:workflow "
                                      "xmlns:thalweg=\"urn:thalweg:workflow\">")
        + workflow + "</thalweg:workflow></metadata></svg>";
    QTest::newRow("workflow") << "w.thalweg" << QByteArray(workflow) << 0;
    QTest::newRow("a broken workflow is opened, to say what is wrong") << "w.thalweg" << QByteArray("{") << 0;
    QTest::newRow("workflow under another name") << "w.json" << QByteArray(workflow) << 0;
    QTest::newRow("figure") << "f.svg" << svg << 1;
    QTest::newRow("csv") << "d.csv" << QByteArray("a,b\n1,2\n") << 2;
    QTest::newRow("tsv") << "d.TSV" << QByteArray("a\tb\n") << 2;
    QTest::newRow("txt") << "d.txt" << QByteArray("1 2 3") << 2;
    QTest::newRow("utf-16") << "d.csv"
                            << QByteArray("\xff\xfe"
                                          "a\0,\0b\0",
                                   8)
                            << 2;
}

void DroppedTest::filesAreToldApart()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    QFETCH(int, kind);
    const QTemporaryDir folder;
    writeFile(folder.filePath(name), contents);
    const Result<Dropped> dropped = classify(folder.filePath(name));
    QVERIFY2(dropped.ok(), dropped.ok() ? "" : qPrintable(dropped.error().text()));
    QCOMPARE(static_cast<int>(dropped->index()), kind);
    if (const auto *figure = std::get_if<DroppedFigure>(&*dropped))
        QCOMPARE(figure->workflow.graph.title, QString("t"));
}

void DroppedTest::whatHasNoUseIsRefusedInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("word");
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage(4, 4, QImage::Format_RGB32).save(&buffer, "png");
    QTest::newRow("a photograph") << "p.png" << png << "no workflow inside";
    QTest::newRow("something else") << "x.docx" << QByteArray("PK") << ".csv";
    QTest::newRow("no text") << "d.csv" << QByteArray("a\0b", 3) << "not a text";
}

void DroppedTest::whatHasNoUseIsRefusedInWords()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    QFETCH(QString, word);
    const QTemporaryDir folder;
    writeFile(folder.filePath(name), contents);
    const Result<Dropped> dropped = classify(folder.filePath(name));
    QVERIFY(!dropped.ok());
    QVERIFY2(dropped.error().text().contains(word), qPrintable(dropped.error().text()));
    QVERIFY(dropped.error().text().contains(name));
    QVERIFY(!classify(folder.path()).ok());
    QVERIFY(!classify(folder.filePath("none.csv")).ok());
}

void DroppedTest::dataBecomeANode_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("written");
    QTest::newRow("in the folder") << "/work/flows/penguins.csv"
                                   << "penguins"
                                   << "penguins.csv";
    QTest::newRow("beside it") << "/work/data/my data (2).csv"
                               << "my-data-2"
                               << "../data/my data (2).csv";
    QTest::newRow("far away") << "/other/place/2024.csv"
                              << "data"
                              << "../../other/place/2024.csv";
    QTest::newRow("elsewhere") << "/x.csv"
                               << "x"
                               << "../../x.csv";
    QTest::newRow("no letters") << "/work/flows/é–1.csv"
                                << "data"
                                << "é–1.csv";
}

void DroppedTest::dataBecomeANode()
{
    QFETCH(QString, path);
    QFETCH(QString, id);
    QFETCH(QString, written);
    const Graph graph = withData({}, path, "/work/flows");
    QCOMPARE(graph.nodes.size(), 1u);
    QCOMPARE(graph.nodes[0].id, id);
    QCOMPARE(graph.nodes[0].type, QString("sources.csv"));
    QCOMPARE(graph.nodes[0].parameters, QJsonObject({ { "path", written } }));
    QCOMPARE(graph.layout.value(id), QJsonValue(QJsonArray { 10, 20 }));
}

void DroppedTest::aSecondNodeGetsAnotherId()
{
    const QString path = "/far/away/from/here.csv";
    const Graph graph = withData(withData({}, path, {}), path, {});
    QCOMPARE(graph.nodes[1].id, QString("here2"));
    QCOMPARE(graph.nodes[1].parameters.value("path").toString(), path);
    QCOMPARE(withData({}, "/far/x.csv", "/a/b/c").nodes[0].parameters.value("path").toString(), QString("/far/x.csv"));
}

QTEST_GUILESS_MAIN(DroppedTest)
#include "dropped_test.moc"
