#include "graph/modes.h"
#include "host/graph/made.h"
#include "host/samples.h"

#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// Passes an objective on, and counts.
NodeTypes types()
{
    const NodeTypes samples = sampleTypes();
    std::vector<NodeType> all;
    for (const NodeType *type : samples.all())
        all.push_back(*type);
    all.push_back({ .id = "test.smooth",
        .title = "Smooth",
        .summary = "For tests.",
        .parameters = { number("by") },
        .inputs = { input<Table>("table").optional(), input<Objective>("first").optional(),
            input<Objective>("second").optional() },
        .outputs = { output<Objective>("objective"), output<Number>("count") },
        .run = [](const Inputs &, Outputs &, RunContext &) {} });
    return NodeTypes(all);
}

Graph sample()
{
    Graph graph;
    graph.nodes = { node("data", "test.source"), node("cost", "test.cost"), node("smooth", "test.smooth"),
        node("gd", "test.descend"), node("all", "test.compare") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> smooth.second"),
        link("smooth.objective -> gd.objective"), link("gd.descent -> all.descents") };
    return graph;
}

Graph with(Graph graph, const QString &id, Node::Mode mode)
{
    return made(graph, setMode(graph, { id }, mode));
}

QStringList ids(const Graph &graph)
{
    QStringList ids;
    for (const Node &node : graph.nodes)
        ids += node.id;
    return ids;
}

} // namespace

class ModesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesAGraphWithoutModesAsItIs();
    void setsModesAndBack();
    void aMutedNodeStopsAllThatDependsOnIt();
    void aBypassedNodePassesOnItsFirstLinkedInputOfTheSameType();
    void anOutputThatNothingReplacesIsAsGoodAsMuted();
    void passesRowsOfBypassedNodes();
    void aBypassedNodePassesNothingOnFromAMutedOne();
    void keepsTheOrderOfLinksAndMakesNoneTwice();
    void aBypassedNodeOfUnknownTypePassesNothingOn();
    void leavesNoTraceOfInactiveNodesInAnyGraph();
};

void ModesTest::leavesAGraphWithoutModesAsItIs()
{
    Graph graph = sample();
    graph.links.push_back(link("nowhere.x -> gd.rate"));
    const ActiveGraph active = activeGraph(graph, types());
    QVERIFY(active.graph == graph);
    QVERIFY(active.inactive.isEmpty());
}

void ModesTest::setsModesAndBack()
{
    const Graph graph = sample();
    const Edit mute = setMode(graph, { "gd", "nowhere", "cost" }, Node::Mode::Mute);
    const Graph muted = made(graph, mute);
    QCOMPARE(muted.find("gd")->mode, Node::Mode::Mute);
    QCOMPARE(muted.find("cost")->mode, Node::Mode::Mute);
    QCOMPARE(muted.find("data")->mode, Node::Mode::Run);
    QVERIFY(made(muted, setMode(muted, { "gd", "cost" }, Node::Mode::Run)) == graph);
    QVERIFY(setMode(muted, { "gd" }, Node::Mode::Mute).changes.empty());
}

void ModesTest::aMutedNodeStopsAllThatDependsOnIt()
{
    const ActiveGraph active = activeGraph(with(sample(), "cost", Node::Mode::Mute), types());
    QCOMPARE(ids(active.graph), QStringList({ "data" }));
    QVERIFY(active.graph.links.empty());
    QCOMPARE(active.inactive.value("cost"), QString("is muted"));
    for (const char *id : { "smooth", "gd", "all" })
        QCOMPARE(active.inactive.value(id), QString("depends on node cost, which is muted"));
}

void ModesTest::aBypassedNodePassesOnItsFirstLinkedInputOfTheSameType()
{
    Graph graph = with(sample(), "smooth", Node::Mode::Bypass);
    ActiveGraph active = activeGraph(graph, types());
    QCOMPARE(ids(active.graph), QStringList({ "data", "cost", "gd", "all" }));
    QCOMPARE(texts(active.graph.links),
        QStringList({ "data.table -> cost.table", "cost.objective -> gd.objective", "gd.descent -> all.descents" }));
    QCOMPARE(active.inactive, (QHash<QString, QString> { { "smooth", "is bypassed" } }));

    // The first input of the type, not the first link.
    graph.nodes.push_back(node("other", "test.cost"));
    graph.links.push_back(link("other.objective -> smooth.first"));
    active = activeGraph(graph, types());
    QVERIFY(texts(active.graph.links).contains("other.objective -> gd.objective"));
}

void ModesTest::anOutputThatNothingReplacesIsAsGoodAsMuted()
{
    Graph graph = with(sample(), "smooth", Node::Mode::Bypass);
    graph.links.push_back(link("smooth.count -> gd.iterations"));
    const ActiveGraph active = activeGraph(graph, types());
    QCOMPARE(ids(active.graph), QStringList({ "data", "cost" }));
    QCOMPARE(active.inactive.value("smooth"), QString("is bypassed"));
    QVERIFY(active.inactive.value("gd").contains("smooth.count"));
    QVERIFY(active.inactive.value("all").contains("smooth.count"));
}

void ModesTest::passesRowsOfBypassedNodes()
{
    Graph graph = with(sample(), "smooth", Node::Mode::Bypass);
    graph.nodes.push_back(node("again", "test.smooth"));
    graph.nodes.back().mode = Node::Mode::Bypass;
    graph.links[2] = link("smooth.objective -> again.first");
    graph.links.push_back(link("again.objective -> gd.objective"));
    QVERIFY(texts(activeGraph(graph, types()).graph.links).contains("cost.objective -> gd.objective"));
    // Two that feed each other have nothing to pass on; no file can keep the program here for ever.
    graph.links[1] = link("again.objective -> smooth.second");
    QVERIFY(activeGraph(graph, types()).inactive.contains("gd"));
}

void ModesTest::aBypassedNodePassesNothingOnFromAMutedOne()
{
    Graph graph = with(with(sample(), "smooth", Node::Mode::Bypass), "cost", Node::Mode::Mute);
    QCOMPARE(activeGraph(graph, types()).inactive.value("gd"), QString("depends on node cost, which is muted"));
}

void ModesTest::keepsTheOrderOfLinksAndMakesNoneTwice()
{
    // `show` passes anything on; both ways into `all` begin at gd.descent then.
    Graph graph = sample();
    graph.nodes.push_back(node("thin", "test.thin"));
    graph.nodes.back().mode = Node::Mode::Bypass;
    graph.links = { link("gd.descent -> thin.descent"), link("thin.descent -> all.descents"),
        link("gd.descent -> all.descents") };
    const NodeTypes most = types();
    std::vector<NodeType> known;
    for (const NodeType *type : most.all())
        known.push_back(*type);
    known.push_back(
        { .id = "test.thin", .inputs = { input<Descent>("descent") }, .outputs = { output<Descent>("descent") } });
    QCOMPARE(texts(activeGraph(graph, NodeTypes(known)).graph.links), QStringList({ "gd.descent -> all.descents" }));
    graph.nodes.push_back(node("gd2", "test.descend"));
    graph.links[2] = link("gd2.descent -> all.descents");
    QCOMPARE(texts(activeGraph(graph, NodeTypes(known)).graph.links),
        QStringList({ "gd.descent -> all.descents", "gd2.descent -> all.descents" }));
}

void ModesTest::aBypassedNodeOfUnknownTypePassesNothingOn()
{
    Graph graph = sample();
    graph.nodes[2].type = "other.unheard-of";
    graph.nodes[2].mode = Node::Mode::Bypass;
    QCOMPARE(ids(activeGraph(graph, types()).graph), QStringList({ "data", "cost" }));
}

void ModesTest::leavesNoTraceOfInactiveNodesInAnyGraph()
{
    const NodeTypes known = types();
    QVERIFY(rc::check("any graph", [&] {
        const Graph graph = *graphs();
        const ActiveGraph active = activeGraph(graph, known);
        RC_ASSERT(active.graph.nodes.size() + static_cast<std::size_t>(active.inactive.size()) >= graph.nodes.size());
        for (const Node &node : graph.nodes) {
            RC_ASSERT((active.graph.find(node.id) != nullptr) != active.inactive.contains(node.id));
            if (node.mode != Node::Mode::Run)
                RC_ASSERT(active.inactive.contains(node.id));
        }
        for (const Link &link : active.graph.links) {
            RC_ASSERT(!active.inactive.contains(link.from.node));
            RC_ASSERT(!active.inactive.contains(link.to.node));
        }
    }));
}

QTEST_GUILESS_MAIN(ModesTest)
#include "modes_test.moc"
