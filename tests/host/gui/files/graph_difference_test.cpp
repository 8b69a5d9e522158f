#include "gui/files/graph_difference.h"

#include "support/graphs.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

class GraphDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasDone_data();
    void saysWhatWasDone();
};

void GraphDifferenceTest::saysWhatWasDone_data()
{
    QTest::addColumn<Graph>("before");
    QTest::addColumn<Graph>("after");
    QTest::addColumn<QString>("words");
    const Graph base = graph({ { "a", "x.a", { { "rate", 1 } } }, { "b", "x.b", {} } }, { "a.out -> b.in" });
    QTest::newRow("nothing") << base << base << "no changes";
    QTest::newRow("all new") << Graph() << base << "2 nodes added, 1 link added";
    QTest::newRow("all gone") << base << Graph() << "2 nodes removed, 1 link removed";
    Graph changed = base;
    changed.nodes[0].parameters = { { "rate", 2 } };
    changed.nodes.push_back({ .id = "c", .type = "x.c", .parameters = {}, .extra = {} });
    QTest::newRow("node and rate") << base << changed << "1 node added, rate of a changed";
    changed.nodes[0].parameters = { { "rate", 2 }, { "p", 1 }, { "q", 1 } };
    QTest::newRow("many parameters") << base << changed << "1 node added, 3 parameters changed";
    Graph moved = base;
    moved.layout = { { "a", QJsonArray { 1, 2 } } };
    moved.title = "t";
    moved.seed = 5;
    QTest::newRow("moved") << base << moved << "1 node moved, title changed, seed changed";
    Graph swapped = base;
    std::swap(swapped.nodes[0], swapped.nodes[1]);
    QTest::newRow("order") << base << swapped << "the order of nodes or links changed";
    Graph retyped = base;
    retyped.nodes[0].type = "x.other";
    QTest::newRow("another type") << base << retyped << "1 node added, 1 node removed";
}

void GraphDifferenceTest::saysWhatWasDone()
{
    QFETCH(Graph, before);
    QFETCH(Graph, after);
    QFETCH(QString, words);
    QCOMPARE(differenceInWords(before, after), words);
}

QTEST_GUILESS_MAIN(GraphDifferenceTest)
#include "graph_difference_test.moc"
