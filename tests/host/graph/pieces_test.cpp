#include "graph/selection.h"
#include "host/graph/made.h"
#include "host/samples.h"
#include "workflow/clipboard.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

Graph sample()
{
    Graph graph;
    graph.title = "Sample";
    graph.nodes = { node("data", "test.source"), node("cost", "test.cost"),
        node("gd", "test.descend", { { "rate", 0.5 } }), node("show", "test.show") };
    graph.nodes[2].mode = Node::Mode::Mute;
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("data.rows -> gd.iterations"), link("gd.descent -> show.value") };
    graph.layout
        = { { "data", QJsonArray { 0, 0 } }, { "gd", QJsonArray { 200, 50 } }, { "show", QJsonArray { 400, 50 } } };
    graph.annotations = { toJson(Note { { 0, 100, 50, 50 }, "note", {} }), QJsonObject { { "kind", "arrow" } },
        toJson(Reroute { graph.links[3], { { 300, 60 } } }), toJson(Reroute { graph.links[0], { { 1, 1 } } }) };
    return graph;
}

const Selection some { { "gd", "show" }, { 0, 1 } };

} // namespace

class PiecesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPieceHasItsNodesTheLinksAmongThemAndTheirAnnotations();
    void thePieceTravelsAsWorkflowText();
    void refusesTextThatIsNoWorkflow();
    void pastesUnderFreeIdsWithAnnotations();
    void pastesWithTheLinksThatArrivedWhereTheyFit();
    void duplicates();
    void saysWhatAnEditAdds();
    void knowsTheBoundsOfAPiece();
};

void PiecesTest::aPieceHasItsNodesTheLinksAmongThemAndTheirAnnotations()
{
    const Graph graph = sample();
    const Graph piece = pieceOf(graph, some);
    QVERIFY(piece.nodes == std::vector({ graph.nodes[2], graph.nodes[3] }));
    QCOMPARE(texts(piece.links), QStringList({ "gd.descent -> show.value" }));
    QCOMPARE(piece.layout.keys(), QStringList({ "gd", "show" }));
    QCOMPARE(piece.annotations, QJsonArray({ graph.annotations[0], graph.annotations[1], graph.annotations[2] }));
    QVERIFY(piece.title.isEmpty());
}

void PiecesTest::thePieceTravelsAsWorkflowText()
{
    const Graph piece = pieceOf(sample(), some);
    const QString text = clipboardText(piece);
    QVERIFY(text.contains("\"format\": \"thalweg-workflow\""));
    QVERIFY(text.contains("\"id\": \"gd\""));
    QVERIFY(pieceFromText(text).value() == piece);
    QVERIFY(rc::check("any piece of any graph", [] {
        const Graph graph = *graphs();
        Selection selection;
        for (const Node &node : graph.nodes)
            if (*rc::gen::arbitrary<bool>())
                selection.nodes += node.id;
        const Graph any = pieceOf(graph, selection);
        RC_ASSERT(pieceFromText(clipboardText(any)).value() == any);
    }));
}

void PiecesTest::refusesTextThatIsNoWorkflow()
{
    for (const char *text : { "", "hello", "[1, 2]", "{\"a\": 1}", "{\"format\": \"thalweg-workflow\"", "3" }) {
        const Result<Graph> piece = pieceFromText(text);
        QVERIFY2(!piece, text);
        QVERIFY2(piece.error().text().contains("no workflow"), qPrintable(piece.error().text()));
    }
}

void PiecesTest::pastesUnderFreeIdsWithAnnotations()
{
    const Graph graph = sample();
    const Graph after = made(graph, paste(graph, pieceOf(graph, some), { 10, 20 }));
    Graph expected = graph;
    Node gd = graph.nodes[2], show = graph.nodes[3];
    gd.id = "gd2";
    show.id = "show2";
    expected.nodes.insert(expected.nodes.end(), { gd, show });
    expected.links.push_back(link("gd2.descent -> show2.value"));
    expected.layout.insert("gd2", QJsonArray { 210, 70 });
    expected.layout.insert("show2", QJsonArray { 410, 70 });
    expected.annotations.append(toJson(Note { { 10, 120, 50, 50 }, "note", {} }));
    expected.annotations.append(QJsonObject { { "kind", "arrow" } });
    expected.annotations.append(toJson(Reroute { expected.links.back(), { { 310, 80 } } }));
    QVERIFY(after == expected);
}

void PiecesTest::pastesWithTheLinksThatArrivedWhereTheyFit()
{
    const Graph graph = sample();
    const Graph piece = pieceFromText(clipboardText(pieceOf(graph, some))).value();
    const Graph after = made(graph, pasteLinked(graph, sampleTypes(), piece, {}));
    QCOMPARE(texts(after.links).mid(4),
        QStringList(
            { "gd2.descent -> show2.value", "cost.objective -> gd2.objective", "data.rows -> gd2.iterations" }));
    // Elsewhere `cost` may be missing, or be something else.
    Graph other;
    other.nodes = { node("cost", "test.source"), node("data", "test.source") };
    QCOMPARE(texts(made(other, pasteLinked(other, sampleTypes(), piece, {})).links),
        QStringList({ "gd.descent -> show.value", "data.rows -> gd.iterations" }));
}

void PiecesTest::duplicates()
{
    const Graph graph = sample();
    const Edit plain = duplicate(graph, sampleTypes(), { { "gd" }, {} }, { 30, 30 });
    QCOMPARE(plain.name, QString("Duplicate"));
    QCOMPARE(made(graph, plain).links.size(), 4u);
    QCOMPARE(made(graph, duplicate(graph, sampleTypes(), { { "gd" }, {} }, { 30, 30 }, true)).links.size(), 6u);
    QVERIFY(duplicate(graph, sampleTypes(), {}, { 30, 30 }).changes.empty());
}

void PiecesTest::saysWhatAnEditAdds()
{
    const Graph graph = sample();
    QCOMPARE(addedBy(paste(graph, pieceOf(graph, some), {})), (Selection { { "gd2", "show2" }, { 4, 5, 6 } }));
    QCOMPARE(addedBy(removeNodes(graph, { "gd" })), Selection());
}

void PiecesTest::knowsTheBoundsOfAPiece()
{
    const Graph piece = pieceOf(sample(), some);
    QCOMPARE(boundsOf(piece), QRectF(0, 50, 400, 100));
    QCOMPARE(boundsOf(piece, { { "show", { 100, 40 } } }), QRectF(0, 50, 500, 100));
    QCOMPARE(boundsOf({}), QRectF());
}

QTEST_GUILESS_MAIN(PiecesTest)
#include "pieces_test.moc"
