#include "host/samples.h"
#include "workflow/workflow.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace thalweg;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot be read: " + path.toStdString());
    return file.readAll();
}

Workflow sound(const Result<Workflow> &read)
{
    return read ? read.value() : throw read.error();
}

/// As a person might write it: keys in another order, tabs, newlines of Windows, a byte order mark, numbers and letters
/// written in unusual ways, keys and types that are unknown, and no newline at the end.
const QByteArray byHand = QByteArray("\xef\xbb\xbf{ \"links\" : [\"b.out->a.in\" ],\r\n"
                                     "\t\"x-tool\": {\"z\": 1e3, \"a\": [true,null]},\r\n"
                                     "\t\"nodes\":[ {\"parameters\":{\"rate\":0.10,\"odd\":{\"deep\":[[[]]]}},\r\n"
                                     "\t\t\"type\":\"other.unheard-of\",\"id\":\"a\",\"colour\":\"\\u0072ed\"},\r\n"
                                     "\t\t{\"id\":\"b\",\"type\":\"test.show\"} ],\r\n"
                                     "\t\"version\":1, \"format\":\"thalweg-workflow\"\t}");

} // namespace

class WriteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesTheExamplesUnchanged_data();
    void savesTheExamplesUnchanged();
    void writesTheExamplesAsTheyAreLaidOut_data();
    void writesTheExamplesAsTheyAreLaidOut();
    void changesNoByteOfAFileWrittenByHand();
    void changesNoByteWhereAnEditWasTakenBack();
    void keepsWhatItDoesNotKnowWhenSomethingElseIsEdited();
    void writesOneNodeOrLinkALine();
    void writesNoParameterThatWasNotGiven();
    void writesTheModeOfANodeThatDoesNotRun();
    void keepsTheOrderOfNodesAndLinks();
    void readsWhatItWrote();
    void writesNumbersThatReadBackToTheSame();
    void savesAndOpens();
    void leavesTheOldFileWholeWhereItCannotWrite();
};

void WriteTest::savesTheExamplesUnchanged_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(qEnvironmentVariable("THALWEG_SOURCE_DIR") + "/resources/workflows");
    const QStringList names = folder.entryList({ "*.thalweg" }, QDir::Files);
    QVERIFY(names.contains("seed-quadratic.thalweg"));
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void WriteTest::savesTheExamplesUnchanged()
{
    QFETCH(QString, path);
    const Workflow workflow = sound(openWorkflow(path));
    const QTemporaryDir folder;
    const QString copy = folder.filePath("copy.thalweg");
    QVERIFY(saveWorkflow(workflow, copy));
    QCOMPARE(contentOf(copy), contentOf(path));
}

void WriteTest::writesTheExamplesAsTheyAreLaidOut_data()
{
    savesTheExamplesUnchanged_data();
}

void WriteTest::writesTheExamplesAsTheyAreLaidOut()
{
    // So that the first edit of an example shows up in a diff as that edit alone.
    QFETCH(QString, path);
    QCOMPARE(bytesOf({ sound(openWorkflow(path)).graph, {} }), contentOf(path));
}

void WriteTest::changesNoByteOfAFileWrittenByHand()
{
    QCOMPARE(bytesOf(sound(readWorkflow(byHand))), byHand);
}

void WriteTest::changesNoByteWhereAnEditWasTakenBack()
{
    Workflow workflow = sound(readWorkflow(byHand));
    workflow.graph.title = "New";
    QVERIFY(bytesOf(workflow) != byHand);
    workflow.graph.title.clear();
    QCOMPARE(bytesOf(workflow), byHand);
}

void WriteTest::keepsWhatItDoesNotKnowWhenSomethingElseIsEdited()
{
    Workflow workflow = sound(readWorkflow(byHand));
    workflow.graph.title = "New";
    const QJsonObject expected = [] {
        QJsonObject file = QJsonDocument::fromJson(byHand).object();
        file.insert("title", "New");
        return file;
    }();
    const QJsonObject written = QJsonDocument::fromJson(bytesOf(workflow)).object();
    QCOMPARE(written.value("title"), expected.value("title"));
    QCOMPARE(written.value("x-tool"), expected.value("x-tool"));
    const QJsonObject before = expected.value("nodes")[0].toObject();
    const QJsonObject after = written.value("nodes")[0].toObject();
    for (const QString &key : before.keys())
        QCOMPARE(after.value(key), before.value(key));
}

void WriteTest::writesOneNodeOrLinkALine()
{
    Graph graph;
    graph.nodes = { node("a", "test.show", { { "text", "two\nlines" }, { "list", QJsonArray { 1, 2 } } }),
        node("b", "test.show") };
    graph.links = { link("a.value -> b.value"), link("b.value -> a.value") };
    graph.annotations = { QJsonObject { { "text", "x\ny" } }, 2 };
    const QList<QByteArray> lines = bytesOf({ graph, {} }).split('\n');
    for (const char *whole : {
             R"({"id": "a", "type": "test.show", "version": 1, "parameters": {"list": [1, 2], "text": "two\nlines"}},)",
             R"({"id": "b", "type": "test.show", "version": 1, "parameters": {}})",
             R"("a.value -> b.value",)",
             R"("b.value -> a.value")",
             R"({"text": "x\ny"},)",
         })
        QCOMPARE(std::ranges::count_if(lines, [whole](const QByteArray &line) { return line.trimmed() == whole; }), 1);
    QVERIFY(lines.last().isEmpty());
}

void WriteTest::writesNoParameterThatWasNotGiven()
{
    Graph graph;
    graph.nodes = { node("gd", "test.descend", { { "rate", 0.5 } }) };
    const QJsonObject file = QJsonDocument::fromJson(bytesOf({ graph, {} })).object();
    QCOMPARE(file.value("nodes")[0]["parameters"].toObject(), QJsonObject({ { "rate", 0.5 } }));
    QVERIFY(!file.contains("title"));
}

void WriteTest::writesTheModeOfANodeThatDoesNotRun()
{
    Graph graph;
    graph.nodes = { node("a", "test.show"), node("b", "test.show"), node("c", "test.show") };
    graph.nodes[1].mode = Node::Mode::Mute;
    graph.nodes[2].mode = Node::Mode::Bypass;
    const QByteArray bytes = bytesOf({ graph, {} });
    QVERIFY(bytes.contains(R"({"id": "a", "type": "test.show", "version": 1, "parameters": {}})"));
    QVERIFY(bytes.contains(R"("parameters": {}, "mode": "mute"})"));
    QVERIFY(bytes.contains(R"("parameters": {}, "mode": "bypass"})"));
    QVERIFY(sound(readWorkflow(bytes)).graph == graph);
}

void WriteTest::keepsTheOrderOfNodesAndLinks()
{
    Graph graph;
    graph.nodes = { node("z", "test.show"), node("a", "test.show"), node("m", "test.show") };
    graph.links = { link("z.value -> a.value"), link("a.value -> m.value") };
    const Graph same = sound(readWorkflow(bytesOf({ graph, {} }))).graph;
    QVERIFY(same == graph);
    std::swap(graph.nodes[0], graph.nodes[2]);
    QVERIFY(!(same == graph));
    QVERIFY(sound(readWorkflow(bytesOf({ graph, {} }))).graph == graph);
}

void WriteTest::readsWhatItWrote()
{
    QVERIFY(rc::check("a graph that is written, read and written", [] {
        const Graph graph = *graphs();
        const QByteArray bytes = bytesOf({ graph, {} });
        const Result<Workflow> read = readWorkflow(bytes);
        RC_ASSERT(read.ok());
        RC_ASSERT(read->graph.title == graph.title);
        RC_ASSERT(read->graph.description == graph.description);
        RC_ASSERT(read->graph.seed == graph.seed);
        RC_ASSERT(read->graph.nodes == graph.nodes);
        RC_ASSERT(read->graph.links == graph.links);
        RC_ASSERT(read->graph.layout == graph.layout);
        RC_ASSERT(read->graph.annotations == graph.annotations);
        RC_ASSERT(read->graph.extra == graph.extra);
        RC_ASSERT(bytesOf({ read->graph, {} }) == bytes);
        RC_ASSERT(bytesOf(*read) == bytes);
    }));
}

void WriteTest::writesNumbersThatReadBackToTheSame()
{
    QVERIFY(rc::check("a number that is written and read", [] {
        const double number = *finiteNumbers();
        Graph graph;
        graph.nodes = { node("a", "test.show", { { "number", number } }) };
        const double read
            = sound(readWorkflow(bytesOf({ graph, {} }))).graph.nodes[0].parameters.value("number").toDouble();
        RC_ASSERT(read == number);
    }));
}

void WriteTest::savesAndOpens()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("Größe 1.thalweg"));
    Workflow workflow;
    workflow.graph.nodes = { node("a", "test.show") };
    QVERIFY(saveWorkflow(workflow, path));
    Workflow opened = sound(openWorkflow(path));
    QVERIFY(opened.graph == workflow.graph);
    QCOMPARE(opened.source, contentOf(path));
    // A shorter file takes the place of a longer one whole.
    opened.graph.nodes.clear();
    QVERIFY(saveWorkflow(opened, path));
    QVERIFY(sound(openWorkflow(path)).graph == Graph());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void WriteTest::leavesTheOldFileWholeWhereItCannotWrite()
{
    const QTemporaryDir folder;
    const Workflow workflow;
    const QString inNoFolder = folder.filePath("absent/a.thalweg");
    const Result<void> saved = saveWorkflow(workflow, inNoFolder);
    QVERIFY(!saved);
    QVERIFY2(saved.error().text().startsWith(inNoFolder + ": cannot be written: "), qPrintable(saved.error().text()));

    // Where a folder stands, no file can be put.
    QVERIFY(QDir(folder.path()).mkpath("taken.thalweg"));
    QVERIFY(!saveWorkflow(workflow, folder.filePath("taken.thalweg")));
    QVERIFY(QFileInfo(folder.filePath("taken.thalweg")).isDir());

    // As if the disk were full after 100 bytes: no byte of the old file is lost, and nothing is left beside it.
    const QString path = folder.filePath("old.thalweg");
    QVERIFY(saveWorkflow(sound(readWorkflow(byHand)), path));
    Workflow large;
    large.graph.description = QString(1'000'000, QLatin1Char('x'));
    rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit few { 100, before.rlim_max };
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &few), 0);
    const Result<void> cut = saveWorkflow(large, path);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!cut);
    QCOMPARE(contentOf(path), byHand);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList("old.thalweg"));
}

QTEST_GUILESS_MAIN(WriteTest)
#include "write_test.moc"
