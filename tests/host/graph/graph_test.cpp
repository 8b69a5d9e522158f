#include "graph/graph.h"

#include <QtTest>

using namespace thalweg;

class GraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsIdsFromOtherTexts_data();
    void tellsIdsFromOtherTexts();
    void readsLinks_data();
    void readsLinks();
    void refusesWhatIsNoLink_data();
    void refusesWhatIsNoLink();
    void findsNodesAndTheirLinks();
    void findsAFreeIdNextToTheOneThatIsWanted();
};

void GraphTest::tellsIdsFromOtherTexts_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isId");
    for (const char *id : { "a", "Z", "gd", "gd2", "learning-rate", "a_b-C9", "a-", "a_" })
        QTest::newRow(id) << QString(id) << true;
    for (const char *id : { "", "2gd", "_a", "-a", "a b", "a.b", "ä", "aä", "a\n", "\na", "a\t", "a->b", "٣" })
        QTest::addRow("no id: %s", id) << QString(id) << false;
    QTest::newRow("a NUL within") << QString("a").append(QChar(0)).append("b") << false;
    QTest::newRow("a NUL at the end") << QString("a").append(QChar(0)) << false;
}

void GraphTest::tellsIdsFromOtherTexts()
{
    QFETCH(QString, id);
    QFETCH(bool, isId);
    QCOMPARE(isNodeId(id), isId);
}

void GraphTest::readsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is written") << "cost.objective -> gd.objective";
    QTest::newRow("without spaces") << "cost.objective->gd.objective";
    QTest::newRow("with many spaces") << "  cost.objective \t->   gd.objective ";
}

void GraphTest::readsLinks()
{
    QFETCH(QString, text);
    const std::optional<Link> link = parseLink(text);
    QVERIFY(link);
    QVERIFY(link->from == (End { "cost", "objective" }));
    QVERIFY(link->to == (End { "gd", "objective" }));
    QCOMPARE(link->text(), QString("cost.objective -> gd.objective"));
}

void GraphTest::refusesWhatIsNoLink_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        { "", "->", "a.b", "a.b ->", "-> c.d", "a -> c", "a.b -> c", "a.b -> c.d.e", "a.b -> c.d -> e.f", "a.b => c.d",
            "a.b - > c.d", "1.b -> c.d", "a.2 -> c.d", "a b.c -> d.e", "a.b -> c.d x", "ä.b -> c.d" })
        QTest::addRow("no link: %s", text) << QString(text);
}

void GraphTest::refusesWhatIsNoLink()
{
    QFETCH(QString, text);
    QVERIFY(!parseLink(text));
}

void GraphTest::findsNodesAndTheirLinks()
{
    const Link first { { "a", "out" }, { "b", "in" } };
    const Link second { { "b", "out" }, { "c", "in" } };
    const Link third { { "c", "out" }, { "a", "in" } };
    Graph graph;
    for (const char *id : { "a", "b", "c" })
        graph.nodes.push_back({ .id = id, .type = {}, .version = 1, .parameters = {}, .extra = {} });
    graph.links = { first, second, third };
    QCOMPARE(graph.find("b"), &graph.nodes[1]);
    QVERIFY(!graph.find("B"));
    QVERIFY(graph.linksOf("a") == (std::vector { first, third }));
    QVERIFY(graph.linksOf("nowhere").empty());
}

void GraphTest::findsAFreeIdNextToTheOneThatIsWanted()
{
    Graph graph;
    QCOMPARE(freeNodeId(graph, "gd"), QString("gd"));
    for (const char *id : { "gd", "gd2", "gd4" })
        graph.nodes.push_back({ .id = id, .type = {}, .version = 1, .parameters = {}, .extra = {} });
    QCOMPARE(freeNodeId(graph, "gd"), QString("gd3"));
    QCOMPARE(freeNodeId(graph, "cost"), QString("cost"));
}

QTEST_GUILESS_MAIN(GraphTest)
#include "graph_test.moc"
