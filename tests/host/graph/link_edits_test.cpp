#include "graph/annotations.h"
#include "graph/edit_builder.h"
#include "graph/fitting.h"
#include "graph/link_edits.h"
#include "host/graph/made.h"
#include "host/samples.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

Graph sample()
{
    Graph graph;
    graph.nodes = { node("data", "test.source"), node("cost", "test.cost"), node("gd", "test.descend"),
        node("all", "test.compare"), node("show", "test.show") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("gd.descent -> all.descents") };
    return graph;
}

QStringList texts(const std::vector<End> &ends)
{
    QStringList texts;
    for (const End &end : ends)
        texts += end.text();
    return texts;
}

QStringList texts(const std::vector<Fit> &fits)
{
    QStringList texts;
    for (const Fit &fit : fits)
        texts += fit.type->id + QLatin1Char('.') + fit.port;
    return texts;
}

} // namespace

class LinkEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesALinkOfADragInEitherDirection();
    void aLinkToATakenInputReplacesTheOldOne();
    void refusesALinkThatReplacingDoesNotMend();
    void findsAllEndsThatALinkCouldReach();
    void offersWhatCanDriveAParameter();
    void whatIsLinkableIsWhatWouldNotBeRefused();
    void insertsANewNodeIntoALink();
    void insertsAPlacedNodeIntoALink();
    void insertsNoNodeThatDoesNotFit();
    void rejoinsTheNeighboursOfARemovedNode();
    void removesWithoutRejoiningWhereTypesDiffer();
    void takesAwayTheReroutesOfLinksThatGo();
    void offersFittingTypesByHowOftenTheyWereLinked();
    void addsANodeAtAnOpenEnd();
    void joinsEditsIntoOne();
};

void LinkEditsTest::makesALinkOfADragInEitherDirection()
{
    const End out { "cost", "objective" }, in { "gd", "objective" };
    QCOMPARE(linkFromDrag(out, Side::Output, in).text(), QString("cost.objective -> gd.objective"));
    QCOMPARE(linkFromDrag(in, Side::Input, out).text(), QString("cost.objective -> gd.objective"));
}

void LinkEditsTest::aLinkToATakenInputReplacesTheOldOne()
{
    Graph graph = sample();
    graph.nodes.push_back(node("cost2", "test.cost"));
    const Link wanted = link("cost2.objective -> gd.objective");
    QVERIFY(!refusalIfReplaced(graph, sampleTypes(), wanted));
    Graph expected = graph;
    expected.links[1] = wanted;
    QVERIFY(made(graph, linkOrReplace(graph, sampleTypes(), wanted)) == expected);

    // Where many links may end, and where none ends, it is added.
    graph.nodes.push_back(node("gd2", "test.descend"));
    QCOMPARE(made(graph, linkOrReplace(graph, sampleTypes(), link("gd2.descent -> all.descents"))).links.size(), 4u);
    QCOMPARE(made(graph, linkOrReplace(graph, sampleTypes(), link("data.rows -> gd.rate"))).links.size(), 4u);
}

void LinkEditsTest::refusesALinkThatReplacingDoesNotMend()
{
    const Graph graph = sample();
    for (const char *text : { "data.table -> gd.objective", "cost.objective -> gd.objective", "all.table -> cost.table",
             "nowhere.x -> gd.objective", "cost.objective -> gd.nothing" }) {
        QVERIFY2(refusalIfReplaced(graph, sampleTypes(), link(text)), text);
        const Result<Edit> edit = linkOrReplace(graph, sampleTypes(), link(text));
        QVERIFY(!edit);
        QVERIFY2(edit.error().text().startsWith(text), qPrintable(edit.error().text()));
    }
}

void LinkEditsTest::findsAllEndsThatALinkCouldReach()
{
    QCOMPARE(texts(linkable(sample(), sampleTypes(), { "data", "table" }, Side::Output)),
        QStringList({ "all.notes", "show.value" }));
    QCOMPARE(texts(linkable(sample(), sampleTypes(), { "show", "value" }, Side::Input)),
        QStringList({ "data.table", "data.rows", "cost.objective", "gd.descent", "gd.cost", "all.table" }));
    QVERIFY(linkable(sample(), sampleTypes(), { "nowhere", "x" }, Side::Output).empty());
}

void LinkEditsTest::offersWhatCanDriveAParameter()
{
    QCOMPARE(texts(linkable(sample(), sampleTypes(), { "gd", "rate" }, Side::Input)),
        QStringList({ "data.rows", "show.value" }));
}

void LinkEditsTest::whatIsLinkableIsWhatWouldNotBeRefused()
{
    const NodeTypes types = sampleTypes();
    QVERIFY(rc::check("any graph", [&] {
        const Graph graph = *graphs();
        RC_PRE(!graph.nodes.empty());
        const Node &held = *rc::gen::elementOf(graph.nodes);
        const NodeType *heldType = types.find(held.type);
        const bool hasOutput = heldType && !heldType->outputs.empty();
        RC_PRE(hasOutput);
        const End out { held.id, heldType->outputs.front().name };
        QStringList expected;
        for (const Node &node : graph.nodes)
            if (const NodeType *type = types.find(node.type)) {
                for (const Port &port : type->inputs)
                    if (!refusalIfReplaced(graph, types, { out, { node.id, port.name } }))
                        expected += End { node.id, port.name }.text();
                for (const Parameter &parameter : type->parameters)
                    if (!refusalIfReplaced(graph, types, { out, { node.id, parameter.name } }))
                        expected += End { node.id, parameter.name }.text();
            }
        RC_ASSERT(texts(linkable(graph, types, out, Side::Output)) == expected);
    }));
}

void LinkEditsTest::insertsANewNodeIntoALink()
{
    const Graph graph = sample();
    const Link into = link("gd.descent -> all.descents");
    const Node shown = node("peek", "test.show");
    QVERIFY(fitsOnLink(graph, sampleTypes(), shown, into));
    Graph expected = graph;
    expected.nodes.push_back(shown);
    expected.layout.insert("peek", QJsonArray { 5, 6 });
    expected.links[2] = link("peek.value -> all.descents");
    expected.links.push_back(link("gd.descent -> peek.value"));
    QVERIFY(made(graph, insertOnLink(graph, sampleTypes(), shown, { 5, 6 }, into)) == expected);
}

void LinkEditsTest::insertsAPlacedNodeIntoALink()
{
    Graph graph = sample();
    const Graph after
        = made(graph, insertOnLink(graph, sampleTypes(), graph.nodes[4], { 9, 9 }, link("gd.descent -> all.descents")));
    QCOMPARE(after.nodes.size(), graph.nodes.size());
    QCOMPARE(after.layout.value("show").toArray(), QJsonArray({ 9, 9 }));
    QCOMPARE(texts(after.links).last(), QString("gd.descent -> show.value"));
}

void LinkEditsTest::insertsNoNodeThatDoesNotFit()
{
    Graph graph = sample();
    const Link into = link("cost.objective -> gd.objective");
    const auto why = [&](const Node &node) {
        const Result<Edit> edit = insertOnLink(graph, sampleTypes(), node, {}, into);
        return edit ? QString() : edit.error().text();
    };
    QVERIFY2(why(node("new", "test.source")).contains("input"), qPrintable(why(node("new", "test.source"))));
    QVERIFY2(why(node("new", "test.descend")).contains("output"), qPrintable(why(node("new", "test.descend"))));
    QVERIFY(!why(node("new", "other.unheard-of")).isEmpty());
    QVERIFY(!why(graph.nodes[2]).isEmpty()); // an end of the link itself
    graph.links.push_back(link("data.table -> show.value"));
    QVERIFY2(why(graph.nodes[4]).contains("free"), qPrintable(why(graph.nodes[4])));
    graph.links.back() = link("show.value -> data.path");
    graph.links.push_back(link("gd.descent -> show.value"));
    QVERIFY(!why(graph.nodes[4]).isEmpty());
    QVERIFY(!fitsOnLink(graph, sampleTypes(), node("new", "test.show"), link("cost.objective -> show.value")));
}

void LinkEditsTest::rejoinsTheNeighboursOfARemovedNode()
{
    Graph graph = sample();
    graph.links = { link("gd.descent -> show.value"), link("show.value -> all.descents") };
    // Of a link that carries anything, what comes in goes on.
    Graph expected = graph;
    expected.nodes.pop_back();
    expected.links = { link("gd.descent -> all.descents") };
    QVERIFY(made(graph, removeAndRejoin(graph, sampleTypes(), { "show" })) == expected);

    // Past two nodes in a row, and no link twice.
    graph.nodes.push_back(node("show2", "test.show"));
    graph.links = { link("gd.descent -> show.value"), link("show.value -> show2.value"),
        link("show2.value -> all.descents"), link("gd.descent -> all.descents") };
    QVERIFY(made(graph, removeAndRejoin(graph, sampleTypes(), { "show", "show2" })) == expected);
}

void LinkEditsTest::removesWithoutRejoiningWhereTypesDiffer()
{
    const Graph graph = sample();
    QVERIFY(made(graph, removeAndRejoin(graph, sampleTypes(), { "gd" })) == made(graph, removeNodes(graph, { "gd" })));
    QVERIFY(removeAndRejoin(graph, sampleTypes(), { "nowhere" }).changes.empty());
}

void LinkEditsTest::takesAwayTheReroutesOfLinksThatGo()
{
    Graph graph = sample();
    graph = made(graph, reroute(graph, graph.links[1], { { 1, 2 } }));
    graph = made(graph, reroute(graph, graph.links[2], { { 3, 4 }, { 5, 6 } }));
    graph.annotations.append("kept");
    QCOMPARE(graph.annotations.size(), 3);
    QCOMPARE(made(graph, removeLink(graph, graph.links[1])).annotations.size(), 2);
    QCOMPARE(made(graph, removeNodes(graph, { "gd" })).annotations, QJsonArray { "kept" });
    const Graph inserted
        = made(graph, insertOnLink(graph, sampleTypes(), node("peek", "test.show"), {}, graph.links[2]));
    QCOMPARE(inserted.annotations, QJsonArray({ graph.annotations[0], "kept" }));
    const Graph renamed = made(graph, renameNode(graph, "gd", "adam"));
    QCOMPARE(rerouteOf(renamed, link("cost.objective -> adam.objective")), 0);
    QCOMPARE(rerouteOf(renamed, link("adam.descent -> all.descents")), 1);
    QCOMPARE(std::get<Reroute>(annotationOf(renamed.annotations[1])).points.size(), 2u);
}

void LinkEditsTest::offersFittingTypesByHowOftenTheyWereLinked()
{
    Graph seen = sample();
    seen.links.push_back(link("data.table -> show.value"));
    Graph twice = seen;
    twice.links = { link("data.table -> show.value") };
    const Graph graph = sample();
    const auto fits = [&](const LinkCounts &counts, const End &end, Side side) {
        return texts(fitting(sampleTypes(), graph, end, side, counts));
    };
    // Nothing is known: those of the very type first, then by title.
    QCOMPARE(fits({}, { "data", "table" }, Side::Output),
        QStringList({ "test.compare.notes", "test.cost.table", "test.show.value" }));
    QCOMPARE(fits(countLinks({ seen, twice }), { "data", "table" }, Side::Output),
        QStringList({ "test.show.value", "test.cost.table", "test.compare.notes" }));
    QCOMPARE(fits(countLinks({ seen, twice }), { "cost", "table" }, Side::Input),
        QStringList({ "test.source.table", "test.compare.table", "test.show.value" }));
    // A number drives parameters; what takes anything is asked before.
    QCOMPARE(fits({}, { "data", "rows" }, Side::Output),
        QStringList({ "test.cost.degree", "test.descend.rate", "test.show.value" }));
    QVERIFY(fits({}, { "nowhere", "rows" }, Side::Output).isEmpty());
}

void LinkEditsTest::addsANodeAtAnOpenEnd()
{
    const Graph graph = sample();
    const Graph after = made(graph,
        addLinked(graph, sampleTypes(), node("more", "test.show"), { 1, 1 }, "value", { "gd", "cost" }, Side::Output));
    QCOMPARE(texts(after.links).last(), QString("gd.cost -> more.value"));
    const Graph before = made(graph,
        addLinked(
            graph, sampleTypes(), node("more", "test.cost"), {}, "objective", { "gd", "objective" }, Side::Input));
    QCOMPARE(texts(before.links).at(1), QString("more.objective -> gd.objective"));
    QVERIFY(!addLinked(graph, sampleTypes(), node("gd", "test.show"), {}, "value", { "gd", "cost" }, Side::Output));
    QVERIFY(!addLinked(graph, sampleTypes(), node("x", "test.cost"), {}, "table", { "gd", "cost" }, Side::Output));
}

void LinkEditsTest::joinsEditsIntoOne()
{
    const Graph graph = sample();
    EditBuilder builder(graph);
    builder.add(removeNodes(builder.graph(), { "gd" }));
    QVERIFY(!builder.add(addNode(builder.graph(), node("cost", "test.cost"), {})));
    QVERIFY(builder.add(addNode(builder.graph(), node("gd", "test.show"), {})).ok());
    builder.add(addLink(builder.graph(), link("cost.objective -> gd.value")));
    const Edit edit = builder.edit("Replace gd");
    QCOMPARE(edit.name, QString("Replace gd"));
    const Graph after = made(graph, edit);
    QVERIFY(after == builder.graph());
    QCOMPARE(after.find("gd")->type, QString("test.show"));
    QCOMPARE(texts(after.links), QStringList({ "data.table -> cost.table", "cost.objective -> gd.value" }));
}

QTEST_GUILESS_MAIN(LinkEditsTest)
#include "link_edits_test.moc"
