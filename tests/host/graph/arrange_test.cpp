#include "graph/annotations.h"
#include "graph/arrange.h"
#include "graph/layered_layout.h"
#include "graph/snap.h"
#include "host/graph/made.h"
#include "host/samples.h"

#include <QtTest>

#include <random>

using namespace thalweg;
using namespace thalweg::test;

namespace {

Graph chain(const QStringList &ids, const QStringList &links = {})
{
    Graph graph;
    for (const QString &id : ids)
        graph.nodes.push_back(node(id, "test.show"));
    for (const QString &text : links)
        graph.links.push_back(link(text));
    return graph;
}

Graph placed(Graph graph, const QHash<QString, QPointF> &places)
{
    return made(graph, moveNodes(graph, places));
}

NodeSizes sizesOf(const Graph &graph, const QSizeF &size = { 100, 40 })
{
    NodeSizes sizes;
    for (const Node &node : graph.nodes)
        sizes.insert(node.id, size);
    return sizes;
}

QRectF frameRect(const Graph &graph, qsizetype index)
{
    return std::get<Frame>(annotationOf(graph.annotations[index])).rect;
}

bool overlaps(const Graph &graph, const NodeSizes &sizes)
{
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rectOf(graph, sizes, graph.nodes[i].id).intersects(rectOf(graph, sizes, graph.nodes[j].id)))
                return true;
    return false;
}

} // namespace

class ArrangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignsEdgesAndMiddles_data();
    void alignsEdgesAndMiddles();
    void distributesWithEqualGaps();
    void leavesWhatIsArrangedAlready();
    void tidiesAChainIntoARow();
    void tidiesAForkWithEvenGaps();
    void putsPartsBelowEachOtherInTheirOrder();
    void keepsWhatIsInAFrameTogether();
    void laysOutFramesInFrames();
    void tidiesApartOfTheNodes();
    void takesAwayTheBendsOfLinksItMoves();
    void tidiesAnyGraphWithoutOverlapsAndForGood();
    void drawsLinksForwards();
    void countsCrossingsAsTheyAre();
    void drawsATreeAndATangledLadderWithoutCrossings();
    void tidiesTwoThousandNodes();
    void snapsToTheNearestEdge();
    void snapsToNothingThatIsFar();
};

void ArrangeTest::alignsEdgesAndMiddles_data()
{
    QTest::addColumn<Alignment>("alignment");
    QTest::addColumn<QPointF>("a");
    QTest::addColumn<QPointF>("b");
    // a is 100 × 40 at (0, 0), b is 60 × 80 at (200, 100); around both: (0, 0) to (260, 180).
    QTest::newRow("left") << Alignment::Left << QPointF(0, 0) << QPointF(0, 100);
    QTest::newRow("centre") << Alignment::Centre << QPointF(80, 0) << QPointF(100, 100);
    QTest::newRow("right") << Alignment::Right << QPointF(160, 0) << QPointF(200, 100);
    QTest::newRow("top") << Alignment::Top << QPointF(0, 0) << QPointF(200, 0);
    QTest::newRow("middle") << Alignment::Middle << QPointF(0, 70) << QPointF(200, 50);
    QTest::newRow("bottom") << Alignment::Bottom << QPointF(0, 140) << QPointF(200, 100);
}

void ArrangeTest::alignsEdgesAndMiddles()
{
    QFETCH(Alignment, alignment);
    QFETCH(QPointF, a);
    QFETCH(QPointF, b);
    const Graph graph = placed(chain({ "a", "b", "c" }), { { "a", { 0, 0 } }, { "b", { 200, 100 } } });
    const NodeSizes sizes { { "a", { 100, 40 } }, { "b", { 60, 80 } } };
    const Graph after = made(graph, align(graph, { "a", "b", "nowhere" }, alignment, sizes));
    QCOMPARE(rectOf(after, sizes, "a").topLeft(), a);
    QCOMPARE(rectOf(after, sizes, "b").topLeft(), b);
    QVERIFY(!after.layout.contains("c"));
}

void ArrangeTest::distributesWithEqualGaps()
{
    const Graph graph
        = placed(chain({ "c", "a", "b" }), { { "a", { 0, 0 } }, { "b", { 110, 10 } }, { "c", { 400, 30 } } });
    const NodeSizes sizes { { "a", { 100, 40 } }, { "b", { 60, 40 } }, { "c", { 80, 40 } } };
    Graph after = made(graph, distribute(graph, { "a", "b", "c" }, Qt::Horizontal, sizes));
    // 400 − 100 − 60 = 240 are left for two gaps.
    QCOMPARE(rectOf(after, sizes, "b").topLeft(), QPointF(220, 10));
    QCOMPARE(rectOf(after, sizes, "a").topLeft(), QPointF(0, 0));
    QCOMPARE(rectOf(after, sizes, "c").topLeft(), QPointF(400, 30));
    after = made(graph, distribute(graph, { "a", "b", "c" }, Qt::Vertical, sizes));
    QCOMPARE(rectOf(after, sizes, "b").topLeft(), QPointF(110, 15));
    QVERIFY(distribute(graph, { "a", "b" }, Qt::Vertical, sizes).changes.empty());
}

void ArrangeTest::leavesWhatIsArrangedAlready()
{
    const Graph graph = placed(chain({ "a", "b", "c" }), { { "b", { 100, 0 } }, { "c", { 200, 0 } } });
    const NodeSizes sizes = sizesOf(graph, { 50, 50 });
    QVERIFY(align(graph, { "a", "b", "c" }, Alignment::Top, sizes).changes.empty());
    QVERIFY(distribute(graph, { "a", "b", "c" }, Qt::Horizontal, sizes).changes.empty());
    QVERIFY(align(graph, {}, Alignment::Top, sizes).changes.empty());
    QVERIFY(tidy(Graph(), {}).changes.empty());
}

void ArrangeTest::tidiesAChainIntoARow()
{
    const Graph graph = placed(chain({ "c", "a", "b" }, { "a.value -> b.value", "b.value -> c.value" }),
        { { "c", { 50, 70 } }, { "a", { 90, 500 } }, { "b", { 40, 90 } } });
    const NodeSizes sizes { { "a", { 100, 40 } }, { "b", { 60, 80 } }, { "c", { 100, 60 } } };
    const Graph after = made(graph, tidy(graph, sizes));
    const QRectF a = rectOf(after, sizes, "a"), b = rectOf(after, sizes, "b"), c = rectOf(after, sizes, "c");
    QCOMPARE(a.center().y(), b.center().y());
    QCOMPARE(b.center().y(), c.center().y());
    QVERIFY(a.right() < b.left());
    QCOMPARE(c.left() - b.right(), b.left() - a.right());
    QCOMPARE(a.united(b).united(c).topLeft(), QPointF(40, 70)); // where it was
}

void ArrangeTest::tidiesAForkWithEvenGaps()
{
    const Graph graph = chain({ "a", "b", "c", "d", "e" },
        { "a.value -> b.value", "a.value -> c.value", "a.value -> d.value", "b.value -> e.value", "c.value -> e.value",
            "d.value -> e.value" });
    const NodeSizes sizes = sizesOf(graph);
    const Graph after = made(graph, tidy(graph, sizes));
    const QRectF b = rectOf(after, sizes, "b"), c = rectOf(after, sizes, "c"), d = rectOf(after, sizes, "d");
    QCOMPARE(b.left(), c.left());
    QCOMPARE(c.top() - b.bottom(), d.top() - c.bottom());
    QVERIFY(c.top() > b.bottom());
    QCOMPARE(rectOf(after, sizes, "a").center().y(), c.center().y());
    QCOMPARE(rectOf(after, sizes, "e").center().y(), c.center().y());
}

void ArrangeTest::putsPartsBelowEachOtherInTheirOrder()
{
    const Graph graph = placed(chain({ "low", "high", "next" }, { "high.value -> next.value" }),
        { { "low", { 0, 300 } }, { "high", { 0, 0 } }, { "next", { 0, 600 } } });
    const NodeSizes sizes = sizesOf(graph);
    const Graph after = made(graph, tidy(graph, sizes));
    QVERIFY(rectOf(after, sizes, "low").top() > rectOf(after, sizes, "next").bottom());
    QCOMPARE(rectOf(after, sizes, "high").center().y(), rectOf(after, sizes, "next").center().y());
}

void ArrangeTest::keepsWhatIsInAFrameTogether()
{
    Graph graph
        = placed(chain({ "a", "b", "c", "d" }, { "a.value -> b.value", "b.value -> c.value", "d.value -> c.value" }),
            { { "a", { 20, 20 } }, { "b", { 30, 200 } }, { "c", { 600, 0 } }, { "d", { 900, 0 } } });
    graph = made(graph, addAnnotation(graph, Frame { { 0, 0, 200, 300 }, "Data", {} }));
    graph = made(graph, addAnnotation(graph, Note { { 10, 120, 80, 40 }, "why", {} }));
    const NodeSizes sizes = sizesOf(graph);
    const Graph after = made(graph, tidy(graph, sizes));
    const QRectF frame = frameRect(after, 0);
    for (const char *inside : { "a", "b" })
        QVERIFY(frame.contains(rectOf(after, sizes, inside)));
    for (const char *outside : { "c", "d" })
        QVERIFY(!frame.intersects(rectOf(after, sizes, outside)));
    const QRectF note = std::get<Note>(annotationOf(after.annotations[1])).rect;
    QVERIFY(frame.contains(note));
    QCOMPARE(note.size(), QSizeF(80, 40));
    QVERIFY(frame.right() < rectOf(after, sizes, "c").left());
    QVERIFY(tidy(after, sizes).changes.empty());
}

void ArrangeTest::laysOutFramesInFrames()
{
    Graph graph = placed(chain({ "a", "b" }, { "a.value -> b.value" }), { { "a", { 50, 50 } }, { "b", { 400, 50 } } });
    graph = made(graph, addAnnotation(graph, Frame { { 40, 40, 200, 100 }, "inner", {} }));
    graph = made(graph, addAnnotation(graph, Frame { { 0, 0, 1000, 500 }, "outer", {} }));
    const NodeSizes sizes = sizesOf(graph);
    const Graph after = made(graph, tidy(graph, sizes));
    QVERIFY(frameRect(after, 1).contains(frameRect(after, 0)));
    QVERIFY(frameRect(after, 0).contains(rectOf(after, sizes, "a")));
    QVERIFY(!frameRect(after, 0).intersects(rectOf(after, sizes, "b")));
    QVERIFY(frameRect(after, 1).contains(rectOf(after, sizes, "b")));
    QVERIFY(tidy(after, sizes).changes.empty());
}

void ArrangeTest::tidiesApartOfTheNodes()
{
    Graph graph = placed(chain({ "a", "b", "c" }, { "a.value -> b.value", "b.value -> c.value" }),
        { { "a", { 20, 60 } }, { "b", { 20, 120 } }, { "c", { 900, 900 } } });
    graph = made(graph, addAnnotation(graph, Frame { { 0, 0, 150, 200 }, "Data", {} }));
    graph = made(graph, addAnnotation(graph, Frame { { 850, 850, 300, 300 }, "Rest", {} }));
    const NodeSizes sizes = sizesOf(graph);
    const Graph after = made(graph, tidy(graph, sizes, { "a", "b" }));
    QCOMPARE(after.layout.value("c"), graph.layout.value("c"));
    QCOMPARE(after.annotations[1], graph.annotations[1]);
    QVERIFY(rectOf(after, sizes, "a").right() < rectOf(after, sizes, "b").left());
    for (const char *inside : { "a", "b" })
        QVERIFY(frameRect(after, 0).contains(rectOf(after, sizes, inside)));
}

void ArrangeTest::takesAwayTheBendsOfLinksItMoves()
{
    Graph graph = chain({ "a", "b", "c" }, { "a.value -> b.value", "b.value -> c.value" });
    for (const Link &link : std::vector<Link>(graph.links))
        graph = made(graph, reroute(graph, link, { { 5, 5 } }));
    QVERIFY(made(graph, tidy(graph, sizesOf(graph))).annotations.isEmpty());
    QCOMPARE(made(graph, tidy(graph, sizesOf(graph), { "a", "b" })).annotations, QJsonArray { graph.annotations[1] });
}

void ArrangeTest::tidiesAnyGraphWithoutOverlapsAndForGood()
{
    QVERIFY(rc::check("any graph", [] {
        const Graph graph = *graphs();
        NodeSizes sizes;
        for (const Node &node : graph.nodes)
            sizes.insert(node.id, { 1.0 + *rc::gen::inRange(0, 300), 1.0 + *rc::gen::inRange(0, 200) });
        Graph start = graph;
        start.layout = {};
        start.annotations = {};
        const Graph after = made(start, tidy(start, sizes));
        RC_ASSERT(!overlaps(after, sizes));
        RC_ASSERT(tidy(after, sizes).changes.empty());
        RC_ASSERT(made(start, tidy(start, sizes)) == after);
    }));
}

void ArrangeTest::drawsLinksForwards()
{
    QVERIFY(rc::check("any edges", [] {
        constexpr std::uint32_t count = 12;
        const auto box = rc::gen::inRange<std::uint32_t>(0, count);
        std::vector<Edge> edges;
        for (const auto &[from, to] :
            *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(rc::gen::pair(box, box)))
            edges.push_back({ from, to });
        const std::vector<Edge> acyclic = withoutCycles(count, edges);
        const std::vector<std::uint32_t> layers = layersOf(count, acyclic);
        for (const Edge &edge : acyclic)
            RC_ASSERT(layers[edge.from] < layers[edge.to]);
        for (const Edge &edge : edges) // none is lost
            RC_ASSERT(edge.from == edge.to || std::ranges::count(acyclic, edge) > 0
                || std::ranges::count(acyclic, Edge { edge.to, edge.from }) > 0);
    }));
    QCOMPARE(withoutCycles(3, { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 0, 1 } }).size(), 3u);
    QCOMPARE(layersOf(4, { { 0, 1 }, { 1, 2 }, { 3, 2 } }), (std::vector<std::uint32_t> { 0, 1, 2, 1 }));
}

void ArrangeTest::countsCrossingsAsTheyAre()
{
    QVERIFY(rc::check("any edges between two layers", [] {
        constexpr std::uint32_t half = 7;
        std::vector<Edge> edges;
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            edges.push_back(
                { *rc::gen::inRange<std::uint32_t>(0, half), *rc::gen::inRange<std::uint32_t>(half, 2 * half) });
        Layers layers(2);
        for (std::uint32_t i = 0; i < half; ++i) {
            layers[0].push_back(i);
            layers[1].push_back(half + i);
        }
        std::size_t expected = 0;
        for (std::size_t i = 0; i < edges.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if ((edges[i].from < edges[j].from && edges[i].to > edges[j].to)
                    || (edges[i].from > edges[j].from && edges[i].to < edges[j].to))
                    ++expected;
        RC_ASSERT(crossings(layers, 2 * half, edges) == expected);
        reduceCrossings(layers, 2 * half, edges);
        RC_ASSERT(crossings(layers, 2 * half, edges) <= expected);
    }));
}

void ArrangeTest::drawsATreeAndATangledLadderWithoutCrossings()
{
    // Two layers of five; each vertex leads to its mirror image and the one beside it.
    Layers layers { { 0, 1, 2, 3, 4 }, { 5, 6, 7, 8, 9 } };
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < 5; ++i) {
        edges.push_back({ i, 9 - i });
        if (i < 4)
            edges.push_back({ i, 8 - i });
    }
    QVERIFY(crossings(layers, 10, edges) > 0);
    reduceCrossings(layers, 10, edges);
    QCOMPARE(crossings(layers, 10, edges), std::size_t(0));
}

void ArrangeTest::tidiesTwoThousandNodes()
{
    Graph graph;
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i)
        graph.nodes.push_back(node(QStringLiteral("n%1").arg(i), "test.show"));
    for (int i = 0; i < 3000; ++i) {
        const int to = 1 + static_cast<int>(random() % 1999);
        const int from = std::max(0, to - 1 - static_cast<int>(random() % 40));
        graph.links.push_back(
            { { QStringLiteral("n%1").arg(from), "value" }, { QStringLiteral("n%1").arg(to), "value" } });
    }
    const NodeSizes sizes = sizesOf(graph);
    Edit edit;
    QBENCHMARK_ONCE
    {
        edit = tidy(graph, sizes);
    }
    const Graph after = made(graph, edit);
    QVERIFY(!overlaps(after, sizes));
    for (const Link &link : after.links)
        QVERIFY(rectOf(after, sizes, link.from.node).right() < rectOf(after, sizes, link.to.node).left());
}

void ArrangeTest::snapsToTheNearestEdge()
{
    const std::vector<QRectF> still { { 0, 0, 100, 50 }, { 300, 200, 100, 50 } };
    Snap found = snap({ { 104, 80, 50, 20 } }, still, 8);
    QCOMPARE(found.offset, QPointF(-4, 0)); // its left to the first one's right
    QCOMPARE(found.guides, std::vector { QLineF(100, 0, 100, 100) });
    found = snap({ { 1, 203, 20, 50 } }, still, 8);
    QCOMPARE(found.offset, QPointF(-1, -3));
    // Left edges in line; top, middle and bottom with the second one's.
    QCOMPARE(found.guides,
        (std::vector {
            QLineF(0, 0, 0, 250), QLineF(0, 200, 400, 200), QLineF(0, 225, 400, 225), QLineF(0, 250, 400, 250) }));
    // What is moved together snaps as one.
    found = snap({ { 103, 80, 20, 20 }, { 200, 80, 46, 20 } }, still, 8);
    QCOMPARE(found.offset, QPointF(-3, 0));
}

void ArrangeTest::snapsToNothingThatIsFar()
{
    const Snap found = snap({ { 120, 80, 50, 20 } }, { { 0, 0, 100, 50 } }, 8);
    QVERIFY(found.offset.isNull() && found.guides.empty());
    QVERIFY(snap({}, { { 0, 0, 1, 1 } }, 8).guides.empty());
    QVERIFY(snap({ { 0, 0, 1, 1 } }, {}, 8).guides.empty());
}

QTEST_GUILESS_MAIN(ArrangeTest)
#include "arrange_test.moc"
