#include "graph/document.h"
#include "graph/selection.h"
#include "host/graph/made.h"
#include "host/samples.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

const Note note { { 10, 20, 200, 120 }, "**why**", "#ffe9a8" };
const Frame frame { { 0, 0, 300, 300 }, "Data", {} };

Graph sample()
{
    Graph graph;
    graph.nodes = { node("data", "test.source"), node("cost", "test.cost"), node("gd", "test.descend") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective") };
    graph.layout
        = { { "data", QJsonArray { 10, 10 } }, { "cost", QJsonArray { 150, 150 } }, { "gd", QJsonArray { 400, 10 } } };
    graph.annotations = { toJson(frame), toJson(note), "a text", QJsonObject { { "kind", "arrow" }, { "rect", 3 } },
        toJson(Reroute { link("data.table -> cost.table"), { { 120, 60 } } }),
        toJson(Reroute { link("cost.objective -> gd.objective"), { { 300, 60 }, { 310, 70 } } }) };
    return graph;
}

NodeSizes sizes()
{
    return { { "data", { 100, 40 } }, { "cost", { 100, 40 } }, { "gd", { 100, 40 } } };
}

} // namespace

class AnnotationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void writesWhatTheFileHas();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void keepsKindsAndKeysThatItDoesNotKnow();
    void addsChangesAndRemoves();
    void bendsALinkAndStraightensIt();
    void framesNodes();
    void whatLiesInAFrameMovesWithIt();
    void movesNodesAndAnnotationsTogether();
    void undoesOneDragAsOne();
    void undoesNudgesOfTheSameSelectionAsOne();
    void removesASelection();
};

void AnnotationsTest::readsWhatItWrites()
{
    const Reroute bend { link("cost.objective -> gd.objective"), { { 1, 2.5 }, { -3, 4 } } };
    for (const Annotation &annotation : { Annotation(note), Annotation(frame), Annotation(bend) })
        QVERIFY(readAnnotation(toJson(annotation)).value() == annotation);
}

void AnnotationsTest::writesWhatTheFileHas()
{
    QCOMPARE(toJson(note),
        QJsonDocument::fromJson(
            R"({"kind": "note", "rect": [10, 20, 200, 120], "text": "**why**", "colour": "#ffe9a8"})")
            .object());
    QCOMPARE(toJson(frame),
        QJsonDocument::fromJson(R"({"kind": "frame", "rect": [0, 0, 300, 300], "title": "Data"})").object());
    QCOMPARE(toJson(Reroute { link("a.b -> c.d"), { { 1, 2 } } }),
        QJsonDocument::fromJson(R"({"kind": "reroute", "link": "a.b -> c.d", "points": [[1, 2]]})").object());
}

void AnnotationsTest::refusesWrongTypes_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("key");
    QTest::newRow("no rect") << R"({"kind": "note", "text": "a"})"
                             << "rect";
    QTest::newRow("rect of three") << R"({"kind": "frame", "rect": [1, 2, 3]})"
                                   << "rect";
    QTest::newRow("rect of texts") << R"({"kind": "frame", "rect": [1, 2, 3, "4"]})"
                                   << "rect";
    QTest::newRow("negative width") << R"({"kind": "frame", "rect": [1, 2, -3, 4]})"
                                    << "rect";
    QTest::newRow("text a number") << R"({"kind": "note", "rect": [0, 0, 1, 1], "text": 1})"
                                   << "text";
    QTest::newRow("title a list") << R"({"kind": "frame", "rect": [0, 0, 1, 1], "title": []})"
                                  << "title";
    QTest::newRow("colour a word") << R"({"kind": "note", "rect": [0, 0, 1, 1], "colour": "blue"})"
                                   << "colour";
    QTest::newRow("colour no hex") << R"({"kind": "note", "rect": [0, 0, 1, 1], "colour": "#ggffaa"})"
                                   << "colour";
    QTest::newRow("link no link") << R"({"kind": "reroute", "link": "a -> b", "points": []})"
                                  << "link";
    QTest::newRow("points a number") << R"({"kind": "reroute", "link": "a.b -> c.d", "points": 1})"
                                     << "points";
    QTest::newRow("point a number") << R"({"kind": "reroute", "link": "a.b -> c.d", "points": [1]})"
                                    << "points";
}

void AnnotationsTest::refusesWrongTypes()
{
    QFETCH(QString, json);
    QFETCH(QString, key);
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const Result<Annotation> read = readAnnotation(object);
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains('"' + key + '"'), qPrintable(read.error().text()));
    QVERIFY(std::holds_alternative<std::monostate>(annotationOf(object)));
}

void AnnotationsTest::keepsKindsAndKeysThatItDoesNotKnow()
{
    for (const QJsonValue &json : { QJsonValue("a text"), QJsonValue(3), QJsonValue(QJsonObject { { "kind", 4 } }),
             QJsonValue(QJsonObject { { "kind", "arrow" }, { "rect", 3 } }) })
        QVERIFY(std::holds_alternative<std::monostate>(readAnnotation(json).value()));

    Graph graph = sample();
    QJsonObject known = graph.annotations[1].toObject();
    known.insert("font", "large");
    graph.annotations[1] = known;
    Note changed = note;
    changed.text = "because";
    changed.colour.clear();
    Graph expected = graph;
    known.insert("text", "because");
    known.remove("colour");
    expected.annotations[1] = known;
    QVERIFY(made(graph, changeAnnotation(graph, 1, changed)) == expected);
}

void AnnotationsTest::addsChangesAndRemoves()
{
    const Graph graph = sample();
    Graph after = made(graph, addAnnotation(graph, note));
    QCOMPARE(after.annotations.size(), 7);
    QVERIFY(made(after, removeAnnotations(after, { 6 })) == graph);
    after = made(graph, removeAnnotations(graph, { 0, 2, 99 }));
    QCOMPARE(after.annotations.size(), 4);
    QCOMPARE(after.annotations[0], graph.annotations[1]);
    QVERIFY(changeAnnotation(graph, 1, note).changes.empty());
    QVERIFY(changeAnnotation(graph, 99, note).changes.empty());
    QVERIFY(changeAnnotation(graph, -1, note).changes.empty());
    QVERIFY(removeAnnotations(graph, { -1 }).changes.empty());
    QVERIFY(addAnnotation(graph, {}).changes.empty());
}

void AnnotationsTest::bendsALinkAndStraightensIt()
{
    Graph graph = sample();
    graph.annotations = {};
    const Link which = graph.links[1];
    QCOMPARE(rerouteOf(graph, which), -1);
    const Graph bent = made(graph, reroute(graph, which, { { 1, 1 } }));
    QCOMPARE(rerouteOf(bent, which), 0);
    const Graph more = made(bent, reroute(bent, which, { { 1, 1 }, { 2, 2 } }));
    QCOMPARE(more.annotations.size(), 1);
    QVERIFY(made(more, reroute(more, which, {})) == graph);
    QVERIFY(reroute(graph, which, {}).changes.empty());
}

void AnnotationsTest::framesNodes()
{
    const Graph graph = sample();
    const Graph after = made(graph, frameAround(graph, { "data", "cost", "nowhere" }, sizes(), "Both"));
    const Frame around = std::get<Frame>(annotationOf(after.annotations.last()));
    QCOMPARE(around.title, QString("Both"));
    QCOMPARE(around.rect, QRectF(10, 10, 240, 180).marginsAdded(frameMargins));
}

void AnnotationsTest::whatLiesInAFrameMovesWithIt()
{
    // The note, and the nodes whose centres lie in the frame, and the bend of the link between these.
    QCOMPARE(withContents(sample(), { {}, { 0 } }, sizes()), (Selection { { "data", "cost" }, { 0, 1, 4 } }));
    QCOMPARE(withContents(sample(), { { "gd", "cost" }, {} }, sizes()), (Selection { { "cost", "gd" }, { 5 } }));
    Graph graph = sample();
    graph.layout.insert("cost", QJsonArray { 251, 150 }); // its centre is outside
    QCOMPARE(withContents(graph, { {}, { 0, 99 } }, sizes()), (Selection { { "data" }, { 0, 1 } }));
}

void AnnotationsTest::movesNodesAndAnnotationsTogether()
{
    const Graph graph = sample();
    const Graph after = made(graph, moveSelection(graph, { { "data", "nowhere" }, { 0, 2, 5 } }, { 5, -5 }));
    Graph expected = graph;
    expected.layout.insert("data", QJsonArray { 15, 5 });
    expected.annotations[0] = toJson(Frame { { 5, -5, 300, 300 }, "Data", {} });
    expected.annotations[5] = toJson(Reroute { graph.links[1], { { 305, 55 }, { 315, 65 } } });
    QVERIFY(after == expected);
    QVERIFY(moveSelection(graph, { { "data" }, { 0 } }, {}).changes.empty());
}

void AnnotationsTest::undoesOneDragAsOne()
{
    Document document(sample());
    const auto drag = [&](const QString &gesture) {
        document.make(moveSelection(document.graph(), { { "data" }, { 0 } }, { 1, 1 }, gesture));
    };
    for (int i = 0; i < 500; ++i)
        drag("drag 1");
    QCOMPARE(document.undoStack().count(), 1);
    drag("drag 2");
    drag({});
    drag({});
    QCOMPARE(document.undoStack().count(), 4);
    const Graph after = document.graph();
    document.undoStack().setIndex(0);
    QVERIFY(document.graph() == sample());
    document.undoStack().setIndex(4);
    QVERIFY(document.graph() == after);
}

void AnnotationsTest::undoesNudgesOfTheSameSelectionAsOne()
{
    Document document(sample());
    const auto press = [&](const Selection &selection) {
        document.make(nudge(document.graph(), selection, { 10, 0 }));
    };
    press({ { "data", "gd" }, {} });
    press({ { "gd", "data" }, {} });
    QCOMPARE(document.undoStack().count(), 1);
    press({ { "data" }, {} });
    press({ { "data" }, { 1 } });
    QCOMPARE(document.undoStack().count(), 3);
}

void AnnotationsTest::removesASelection()
{
    const Graph graph = sample();
    const Graph after = made(graph, removeSelection(graph, { { "gd" }, { 0 } }));
    QCOMPARE(after.nodes.size(), 2u);
    // The frame has gone, and the bend of the link that went with its node.
    QCOMPARE(after.annotations,
        QJsonArray({ graph.annotations[1], graph.annotations[2], graph.annotations[3], graph.annotations[4] }));
    QVERIFY(removeSelection(graph, {}).changes.empty());
}

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "annotations_test.moc"
