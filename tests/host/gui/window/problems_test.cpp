#include "gui/window/problems.h"
#include "gui/window/run_controller.h"
#include "host/samples.h"

#include <QtTest>

using namespace thalweg;

namespace {

/// data → cost → gd → all, and a second optimizer without its input.
Graph halfBuilt()
{
    Graph graph;
    graph.nodes = { node("data", "test.source", { { "path", "a.csv" } }), node("cost", "test.cost"),
        node("gd", "test.descend"), node("lonely", "test.descend"), node("all", "test.compare") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("gd.descent -> all.descents") };
    return graph;
}

} // namespace

class ProblemsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOpenInputIsAFaultOfItsNode()
    {
        const std::vector<Problem> found = problems(halfBuilt(), sampleTypes(), RunBoard());
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].kind, Problem::Kind::Fault);
        QCOMPARE(found[0].node, QStringLiteral("lonely"));
        QVERIFY2(found[0].text.startsWith(QStringLiteral("port objective: ")), qPrintable(found[0].text));
    }

    void aFailureIsToldOnceAndNotWhereAFaultExplainsIt()
    {
        RunBoard board;
        board.take(StateMessage { QStringLiteral("gd"), NodeState::Failed, 0, QStringLiteral("too steep") });
        board.take(StateMessage { QStringLiteral("lonely"), NodeState::Failed, 0, QStringLiteral("no objective") });
        const std::vector<Problem> found = problems(halfBuilt(), sampleTypes(), board);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].node, QStringLiteral("lonely"));
        QCOMPARE(found[1], (Problem { Problem::Kind::Failure, QStringLiteral("gd"), QStringLiteral("too steep") }));
    }

    void onlyWhatNeedsNothingFaultyIsSound()
    {
        const auto sound = [](const Graph &graph) { return soundNodes(graph, sampleTypes()).join(u' '); };
        Graph graph = halfBuilt();
        QCOMPARE(sound(graph), QStringLiteral("data cost gd all"));
        graph.links.push_back(link("lonely.descent -> all.descents"));
        QCOMPARE(sound(graph), QStringLiteral("data cost gd"));
        graph.nodes[1].parameters.insert(QStringLiteral("degree"), 0);
        QCOMPARE(sound(graph), QStringLiteral("data"));
        graph.nodes[0].parameters = {};
        QCOMPARE(sound(graph), QString());
    }

    void theNodesOfACycleAreNotSound()
    {
        Graph graph;
        graph.nodes = { node("a", "test.descend"), node("b", "test.descend"), node("data", "test.source") };
        graph.links = { link("a.cost -> b.rate"), link("b.cost -> a.rate") };
        QCOMPARE(soundNodes(graph, sampleTypes()), QStringList());
    }

    void movingThingsDoesNotMatterToRuns()
    {
        Details before;
        Details after = before;
        after.layout.insert(QStringLiteral("gd"), QJsonArray { 1, 2 });
        after.title = QStringLiteral("another");
        QVERIFY(!mattersToRuns(DetailsChange { before, after }));
        after.seed = 2;
        QVERIFY(mattersToRuns(DetailsChange { before, after }));
        QVERIFY(mattersToRuns(NodeChange {}));
        QVERIFY(mattersToRuns(LinkChange {}));
    }
};

QTEST_MAIN(ProblemsTest)
#include "problems_test.moc"
