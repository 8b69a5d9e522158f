#include "graph/edits.h"
#include "host/graph/made.h"
#include "host/samples.h"

#include <QHash>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

Graph sample()
{
    Graph graph;
    graph.title = "Sample";
    graph.seed = 7;
    graph.nodes = { node("data", "test.source", { { "path", "a.csv" } }), node("cost", "test.cost"),
        node("gd", "test.descend", { { "rate", 0.5 } }), node("strange", "other.unheard-of") };
    graph.nodes[3].extra = { { "colour", "red" } };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("data.rows -> gd.iterations"), link("strange.out -> gd.rate") };
    graph.layout
        = { { "data", QJsonArray { 0, 0 } }, { "cost", QJsonArray { 100, 0 } }, { "gd", QJsonArray { 200, 50 } } };
    graph.annotations = { QJsonObject { { "text", "note" } } };
    graph.extra = { { "author", "someone" } };
    return graph;
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsANodeAtItsPlace();
    void addsNoNodeUnderATakenOrWrongId();
    void removesNodesWithTheirLinksAndPlaces();
    void removesNothingOfNodesThatAreNotThere();
    void renamesANodeWithItsLinksAndPlace();
    void renamesNoNodeToATakenOrWrongIdNorOneThatIsNotThere();
    void setsAParameterAndSetsItBack();
    void setsNoParameterOfANodeThatIsNotThere();
    void movesNodes();
    void addsAndRemovesLinks();
    void setsDetails();
    void pastesUnderFreeIds();
    void pastesAGraphIntoItselfAgainAndAgain();
    void makesNoChangesWhereNothingWouldChange();
    void mergesOnlyEditsOfTheSameThing();
};

void EditsTest::addsANodeAtItsPlace()
{
    Graph expected = sample();
    expected.nodes.push_back(node("gd2", "test.descend", { { "rate", 1 } }));
    expected.layout.insert("gd2", QJsonArray { 12.5, -3 });
    const Edit edit = sound(addNode(sample(), expected.nodes.back(), { 12.5, -3 }));
    QVERIFY(made(sample(), edit) == expected);
    QVERIFY2(edit.name.contains("gd2"), qPrintable(edit.name));
}

void EditsTest::addsNoNodeUnderATakenOrWrongId()
{
    for (const QString id : { "gd", "", "2gd", "a.b", "a b", "ä" }) {
        const Result<Edit> edit = addNode(sample(), node(id, "test.descend"), {});
        QVERIFY2(!edit, qPrintable(id));
        QVERIFY2(edit.error().text().contains('"' + id + '"'), qPrintable(edit.error().text()));
    }
}

void EditsTest::removesNodesWithTheirLinksAndPlaces()
{
    Graph expected = sample();
    expected.nodes.erase(expected.nodes.begin() + 2);
    expected.links = { link("data.table -> cost.table") };
    expected.layout.remove("gd");
    QVERIFY(made(sample(), removeNodes(sample(), { "gd" })) == expected);

    expected.nodes = { sample().nodes[3] };
    expected.links.clear();
    expected.layout = {};
    QVERIFY(made(sample(), removeNodes(sample(), { "gd", "data", "cost" })) == expected);
}

void EditsTest::removesNothingOfNodesThatAreNotThere()
{
    Graph graph = sample();
    graph.links.push_back(link("gd.descent -> nowhere.descents"));
    graph.layout.insert("nowhere", QJsonArray { 1, 2 });
    QVERIFY(removeNodes(graph, { "nowhere" }).changes.empty());
    QVERIFY(made(graph, removeNodes(graph, { "nowhere", "strange" })).links.size() == 4);
}

void EditsTest::renamesANodeWithItsLinksAndPlace()
{
    Graph expected = sample();
    expected.nodes[2].id = "adam";
    expected.links = { link("data.table -> cost.table"), link("cost.objective -> adam.objective"),
        link("data.rows -> adam.iterations"), link("strange.out -> adam.rate") };
    expected.layout.remove("gd");
    expected.layout.insert("adam", QJsonArray { 200, 50 });
    QVERIFY(made(sample(), sound(renameNode(sample(), "gd", "adam"))) == expected);

    Graph loop = sample();
    loop.links.push_back(link("gd.cost -> gd.rate"));
    expected.links.push_back(link("adam.cost -> adam.rate"));
    QVERIFY(made(loop, sound(renameNode(loop, "gd", "adam"))) == expected);

    QVERIFY(!made(sample(), sound(renameNode(sample(), "strange", "odd"))).layout.contains("odd"));
}

void EditsTest::renamesNoNodeToATakenOrWrongIdNorOneThatIsNotThere()
{
    QVERIFY(!renameNode(sample(), "gd", "cost"));
    QVERIFY(!renameNode(sample(), "gd", "2"));
    QVERIFY(!renameNode(sample(), "gd", ""));
    QVERIFY(!renameNode(sample(), "nowhere", "somewhere"));
}

void EditsTest::setsAParameterAndSetsItBack()
{
    Graph expected = sample();
    expected.nodes[2].parameters.insert("rate", 0.25);
    QVERIFY(made(sample(), sound(setParameter(sample(), "gd", "rate", 0.25))) == expected);
    expected.nodes[2].parameters = {};
    QVERIFY(made(sample(), sound(setParameter(sample(), "gd", "rate", QJsonValue::Undefined))) == expected);
    // Null is a value of its own: a parameter that is left open.
    expected.nodes[2].parameters = { { "rate", QJsonValue() } };
    QVERIFY(made(sample(), sound(setParameter(sample(), "gd", "rate", QJsonValue()))) == expected);
}

void EditsTest::setsNoParameterOfANodeThatIsNotThere()
{
    const Result<Edit> edit = setParameter(sample(), "nowhere", "rate", 1);
    QVERIFY(!edit);
    QVERIFY(edit.error().text().contains("nowhere"));
}

void EditsTest::movesNodes()
{
    Graph expected = sample();
    expected.layout.insert("gd", QJsonArray { 1, 2.5 });
    expected.layout.insert("strange", QJsonArray { -1e6, 0 });
    const QHash<QString, QPointF> places { { "gd", { 1, 2.5 } }, { "strange", { -1e6, 0 } }, { "nowhere", { 3, 3 } } };
    QVERIFY(made(sample(), moveNodes(sample(), places)) == expected);
}

void EditsTest::addsAndRemovesLinks()
{
    Graph expected = sample();
    expected.links.push_back(link("gd.descent -> strange.in"));
    QVERIFY(made(sample(), addLink(sample(), expected.links.back())) == expected);
    QVERIFY(made(expected, removeLink(expected, expected.links.back())) == sample());
    expected = sample();
    expected.links.erase(expected.links.begin());
    QVERIFY(made(sample(), removeLink(sample(), sample().links.front())) == expected);
}

void EditsTest::setsDetails()
{
    const Details details { "New", "More words", -1, { { "gd", QJsonArray { 9, 9 } } }, {} };
    const Graph after = made(sample(), setDetails(sample(), details, "Set seed"));
    QVERIFY(detailsOf(after) == details);
    QVERIFY(after.nodes == sample().nodes && after.links == sample().links && after.extra == sample().extra);
}

void EditsTest::pastesUnderFreeIds()
{
    Graph piece;
    piece.nodes
        = { node("gd", "test.descend", { { "rate", 2 } }), node("gd2", "test.descend"), node("plot", "test.show") };
    piece.links
        = { link("gd.cost -> gd2.rate"), link("gd2.descent -> plot.value"), link("cost.objective -> gd.objective") };
    piece.layout = { { "gd", QJsonArray { 0, 10 } }, { "gd2", QJsonArray { 5, 5 } } };

    const Graph after = made(sample(), paste(sample(), piece, { 100, 200 }));
    QCOMPARE(after.nodes.size(), std::size_t(7));
    const std::vector<Node> old = sample().nodes;
    QVERIFY(std::equal(old.begin(), old.end(), after.nodes.begin()));
    QSet<QString> ids;
    for (const Node &node : after.nodes) {
        QVERIFY(isNodeId(node.id));
        ids.insert(node.id);
    }
    QCOMPARE(ids.size(), 7);
    const QString gd = after.nodes[4].id;
    const QString gd2 = after.nodes[5].id;
    const QString plot = after.nodes[6].id;
    QCOMPARE(plot, QString("plot"));
    QCOMPARE(after.nodes[4].parameters, QJsonObject({ { "rate", 2 } }));
    // The links of the piece join the pasted nodes; one whose other end was left behind does not come along.
    std::vector<Link> links = sample().links;
    links.push_back({ { gd, "cost" }, { gd2, "rate" } });
    links.push_back({ { gd2, "descent" }, { plot, "value" } });
    QVERIFY(after.links == links);
    QCOMPARE(after.layout.value(gd).toArray(), QJsonArray({ 100, 210 }));
    QCOMPARE(after.layout.value(gd2).toArray(), QJsonArray({ 105, 205 }));
    QCOMPARE(after.layout.value("gd"), sample().layout.value("gd"));
}

void EditsTest::pastesAGraphIntoItselfAgainAndAgain()
{
    Graph graph = sample();
    for (std::size_t times = 2; times < 6; ++times) {
        graph = made(graph, paste(graph, sample(), { 10, 10 }));
        QCOMPARE(graph.nodes.size(), 4 * times);
        QCOMPARE(graph.links.size(), 4 * times);
        QSet<QString> ids;
        for (const Node &node : graph.nodes)
            ids.insert(node.id);
        QCOMPARE(static_cast<std::size_t>(ids.size()), graph.nodes.size());
    }
}

void EditsTest::makesNoChangesWhereNothingWouldChange()
{
    const Graph graph = sample();
    QVERIFY(removeNodes(graph, {}).changes.empty());
    QVERIFY(removeNodes(graph, { "nowhere" }).changes.empty());
    QVERIFY(sound(renameNode(graph, "gd", "gd")).changes.empty());
    QVERIFY(sound(setParameter(graph, "gd", "rate", 0.5)).changes.empty());
    QVERIFY(sound(setParameter(graph, "gd", "iterations", QJsonValue::Undefined)).changes.empty());
    QVERIFY(moveNodes(graph, { { "gd", { 200, 50 } } }).changes.empty());
    QVERIFY(moveNodes(graph, { { "nowhere", { 1, 1 } } }).changes.empty());
    QVERIFY(moveNodes(graph, {}).changes.empty());
    QVERIFY(removeLink(graph, link("gd.descent -> strange.in")).changes.empty());
    QVERIFY(setDetails(graph, detailsOf(graph), "Set title").changes.empty());
    QVERIFY(paste(graph, Graph(), { 5, 5 }).changes.empty());
}

void EditsTest::mergesOnlyEditsOfTheSameThing()
{
    const Graph graph = sample();
    const auto parameterKey = [&](const char *node, const char *parameter) {
        return sound(setParameter(graph, node, parameter, 3)).mergeKey;
    };
    QVERIFY(!parameterKey("gd", "rate").isEmpty());
    QCOMPARE(parameterKey("gd", "rate"), parameterKey("gd", "rate"));
    QVERIFY(parameterKey("gd", "rate") != parameterKey("gd", "iterations"));
    QVERIFY(parameterKey("gd", "rate") != parameterKey("cost", "rate"));
    QCOMPARE(moveNodes(graph, { { "gd", { 1, 1 } } }, "drag 1").mergeKey,
        moveNodes(graph, { { "gd", { 2, 2 } } }, "drag 1").mergeKey);
    QVERIFY(moveNodes(graph, { { "gd", { 1, 1 } } }, "drag 1").mergeKey
        != moveNodes(graph, { { "gd", { 2, 2 } } }, "drag 2").mergeKey);
    QVERIFY(moveNodes(graph, { { "gd", { 1, 1 } } }).mergeKey.isEmpty());
    QVERIFY(sound(addNode(graph, node("a", "test.show"), {})).mergeKey.isEmpty());
    QVERIFY(addLink(graph, link("gd.descent -> strange.in")).mergeKey.isEmpty());
    QVERIFY(removeNodes(graph, { "gd" }).mergeKey.isEmpty());
}

QTEST_GUILESS_MAIN(EditsTest)
#include "edits_test.moc"
