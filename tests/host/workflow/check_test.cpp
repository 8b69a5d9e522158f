#include "graph/modes.h"
#include "host/samples.h"
#include "workflow/check.h"
#include "workflow/workflow.h"

#include <QtTest>

using namespace thalweg;

namespace {

Graph soundGraph()
{
    Graph graph;
    graph.nodes = { node("data", "test.source", { { "path", "a.csv" } }), node("cost", "test.cost"),
        node("gd", "test.descend", { { "rate", 0.5 } }), node("gd2", "test.descend"), node("all", "test.compare") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("cost.objective -> gd2.objective"), link("gd.descent -> all.descents"),
        link("gd2.descent -> all.descents"), link("gd.cost -> gd2.rate") };
    return graph;
}

QStringList problems(const Graph &graph)
{
    QStringList texts;
    for (const Error &error : check(graph, sampleTypes()))
        texts += error.text();
    return texts;
}

} // namespace

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundGraph();
    void asksNothingOfWhatDoesNotRun();
    void namesWhatIsWrongWithANode_data();
    void namesWhatIsWrongWithANode();
    void takesALinkForARequiredParameter();
    void namesAnInputWithoutALink();
    void asksNothingOfANodeOfUnknownType();
    void namesEachBrokenLinkOnce_data();
    void namesEachBrokenLinkOnce();
    void namesAllProblemsInTheFilesOrder();
    void refusesWhateverItMayBeGivenWithoutFailing();
};

void CheckTest::findsNothingInASoundGraph()
{
    QCOMPARE(problems(soundGraph()), QStringList());
    QCOMPARE(problems(Graph()), QStringList());
}

void CheckTest::asksNothingOfWhatDoesNotRun()
{
    Graph graph;
    graph.nodes = { node("cost", "other.unheard-of"), node("gd", "test.descend", { { "rate", -1 } }) };
    graph.links = { link("cost.objective -> gd.objective") };
    QVERIFY(!problems(graph).isEmpty());
    graph.nodes[0].mode = Node::Mode::Mute; // and what depends on it does not run either
    QCOMPARE(problems(graph), QStringList());
    graph.links.clear();
    QCOMPARE(problems(graph).size(), 2); // the rate, and the input that has no link now
}

void CheckTest::namesWhatIsWrongWithANode_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("version");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QStringList>("words");
    const QString source = "test.source";
    const QString descend = "test.descend";
    const QJsonObject path { { "path", "a" } };
    const auto row = [](const char *name, const QString &type, int version, const QJsonObject &parameters,
                         const QStringList &words) { QTest::newRow(name) << type << version << parameters << words; };
    row("an unknown type with a near one", "test.sorce", 1, {}, { "\"test.sorce\"", "did you mean \"test.source\"?" });
    row("an unknown type with none near", "elsewhere.thing", 1, {}, { "\"elsewhere.thing\"", "not known" });
    row("a newer version", source, 2, path, { "version 2", "version 1", "newer" });
    row("an unknown parameter with a near one", descend, 1, { { "iteration", 5 } },
        { "parameter iteration", "did you mean \"iterations\"?" });
    row("an unknown parameter with none near", descend, 1, { { "zzz", 5 } }, { "parameter zzz", "no such parameter" });
    row("a wrong type", descend, 1, { { "rate", "fast" } }, { "parameter rate", "a number", "\"fast\"" });
    row("half an iteration", descend, 1, { { "iterations", 1.5 } }, { "parameter iterations", "whole", "1.5" });
    row("below the range", descend, 1, { { "rate", 0 } }, { "parameter rate", "above 0", "not 0" });
    row("beyond the range", descend, 1, { { "rate", 2.5 } }, { "parameter rate", "at most 2", "not 2.5" });
    row("no choice of ours", descend, 1, { { "order", "random" } },
        { "parameter order", "\"as-given\"", "\"random\"" });
    row("null where a value is needed", descend, 1, { { "rate", QJsonValue() } }, { "parameter rate", "null" });
    row("a required parameter that is missing", source, 1, {}, { "parameter path", "missing", "file" });
    row("a required parameter that is empty", source, 1, { { "path", " " } }, { "parameter path", "file" });
}

void CheckTest::namesWhatIsWrongWithANode()
{
    QFETCH(QString, type);
    QFETCH(int, version);
    QFETCH(QJsonObject, parameters);
    QFETCH(QStringList, words);
    Graph graph = soundGraph();
    Node odd = node("odd", type, parameters);
    odd.version = version;
    graph.nodes.push_back(odd);
    if (type == "test.descend")
        graph.links.push_back(link("cost.objective -> odd.objective"));
    const QStringList found = problems(graph);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith("node odd: "), qPrintable(found[0]));
    for (const QString &word : words)
        QVERIFY2(found[0].contains(word), qPrintable(found[0]));
    QVERIFY2(words[1] != "not known" || !found[0].contains("did you mean"), qPrintable(found[0]));
}

void CheckTest::takesALinkForARequiredParameter()
{
    Graph graph = soundGraph();
    graph.nodes.push_back(node("name", "test.show"));
    graph.nodes[0].parameters = {};
    graph.links.push_back(link("gd.cost -> name.value"));
    QCOMPARE(problems(graph).size(), 1);
    graph.nodes.push_back(node("more", "test.show"));
    graph.links.back() = link("more.value -> data.path");
    graph.links.push_back(link("name.value -> more.value"));
    const QStringList found = problems(graph); // `name` lacks its input
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith("node name: port value: "), qPrintable(found[0]));
}

void CheckTest::namesAnInputWithoutALink()
{
    Graph graph = soundGraph();
    graph.links = { link("gd.cost -> gd2.rate") };
    const QStringList found = problems(graph);
    QCOMPARE(found.size(), 4); // all.notes is optional
    QVERIFY2(found[0].startsWith("node cost: port table: ") && found[0].contains("link"), qPrintable(found[0]));
    QVERIFY2(found[1].startsWith("node gd: port objective: "), qPrintable(found[1]));
    QVERIFY2(found[2].startsWith("node gd2: port objective: "), qPrintable(found[2]));
    QVERIFY2(found[3].startsWith("node all: port descents: "), qPrintable(found[3]));
}

void CheckTest::asksNothingOfANodeOfUnknownType()
{
    Graph graph = soundGraph();
    graph.nodes.push_back(node("odd", "other.unheard-of", { { "anything", 1 } }));
    graph.links.push_back(link("gd.descent -> odd.in"));
    graph.links.push_back(link("odd.out -> all.notes"));
    QCOMPARE(problems(graph).size(), 1);
}

void CheckTest::namesEachBrokenLinkOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("an unknown node") << "nowhere.table -> all.notes"
                                     << "nowhere";
    QTest::newRow("an unknown target") << "gd.descent -> nowhere.descent"
                                       << "nowhere";
    QTest::newRow("an unknown output") << "data.tabel -> all.notes"
                                       << "tabel";
    QTest::newRow("an unknown input") << "data.table -> all.note"
                                      << "\"note\"";
    QTest::newRow("types that disagree") << "gd.descent -> all.notes"
                                         << "a table";
    QTest::newRow("a table to a number") << "data.table -> gd.rate"
                                         << "a number";
    QTest::newRow("the same again") << "gd.descent -> all.descents"
                                    << "already";
    QTest::newRow("a second to one input") << "data.table -> cost.table"
                                           << "already";
    QTest::newRow("a cycle") << "gd2.cost -> gd.rate"
                             << "cycle";
}

void CheckTest::namesEachBrokenLinkOnce()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    Graph graph = soundGraph();
    graph.links.push_back(link(text));
    const QStringList found = problems(graph);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].contains(word), qPrintable(found[0]));
    QVERIFY2(found[0].contains(" -> "), qPrintable(found[0]));
}

void CheckTest::namesAllProblemsInTheFilesOrder()
{
    Graph graph;
    graph.nodes = { node("z", "test.descend", { { "rate", -1 }, { "iterations", "x" }, { "unheard", 1 } }),
        node("y", "test.source"), node("a", "test.cots") };
    graph.links = { link("z.descent -> nowhere.in"), link("y.table -> z.watched"), link("y.table -> z.unheard") };
    const QStringList found = problems(graph);
    QCOMPARE(found.size(), 9);
    QStringList places;
    for (const QString &text : found)
        places += text.section(": ", 0, 1);
    const QStringList ofZ { "node z: parameter iterations", "node z: parameter rate", "node z: parameter unheard",
        "node z: port objective" };
    QStringList firstFour = places.first(4);
    firstFour.sort();
    QCOMPARE(firstFour, ofZ);
    QCOMPARE(places[4], QString("node y: parameter path"));
    QVERIFY2(places[5].startsWith("node a: "), qPrintable(places[5]));
    QVERIFY2(found[6].contains("z.descent -> nowhere.in"), qPrintable(found[6]));
    QVERIFY2(found[7].contains("y.table -> z.watched"), qPrintable(found[7]));
    QVERIFY2(found[8].contains("y.table -> z.unheard"), qPrintable(found[8]));
}

void CheckTest::refusesWhateverItMayBeGivenWithoutFailing()
{
    QVERIFY(rc::check("check() of any graph", [] {
        const Graph graph = *graphs();
        const QStringList found = problems(graph);
        RC_ASSERT(problems(graph) == found);
        bool hasUnknownType = false;
        for (const Node &node : activeGraph(graph, sampleTypes()).graph.nodes) // of the others nothing is asked
            hasUnknownType = hasUnknownType || node.type == "other.unheard-of";
        RC_ASSERT(!hasUnknownType || !found.isEmpty());
    }));
}

QTEST_GUILESS_MAIN(CheckTest)
#include "check_test.moc"
