#include "graph/link_rules.h"
#include "graph/topology.h"
#include "host/samples.h"

#include <QtTest>

using namespace thalweg;

namespace {

/// A chain from data to comparison, and some nodes beside it. What is named "strange" is of an unknown type.
Graph chain()
{
    Graph graph;
    graph.nodes = { node("data", "test.source"), node("more", "test.source"), node("cost", "test.cost"),
        node("gd", "test.descend"), node("gd2", "test.descend"), node("all", "test.compare"), node("show", "test.show"),
        node("strange", "other.unheard-of") };
    graph.links = { link("data.table -> cost.table"), link("cost.objective -> gd.objective"),
        link("gd.descent -> all.descents"), link("data.rows -> gd.iterations") };
    return graph;
}

/// Nodes n0, n1, … that pass on any value, each linked to the next.
Graph passingOn(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i)
        graph.nodes.push_back(node(QStringLiteral("n%1").arg(i), "test.show"));
    for (int i = 0; i + 1 < count; ++i)
        graph.links.push_back(link(QStringLiteral("n%1.value -> n%2.value").arg(i).arg(i + 1)));
    return graph;
}

const std::vector<QString> strays { "value", "table", "rate", "descents", "unheard_of" };

/// Names of the ports of a node, as `ports` has them; strays where it has none or is of unknown type.
std::vector<QString> portsOf(const Node &node, std::vector<Port> NodeType::*ports)
{
    const NodeTypes types = sampleTypes();
    std::vector<QString> names;
    if (const NodeType *type = types.find(node.type))
        for (const Port &port : type->*ports)
            names.push_back(port.name);
    return names.empty() ? strays : names;
}

} // namespace

namespace rc {

template <> struct Arbitrary<Graph> {
    /// Graphs of links that are mostly sound.
    static Gen<Graph> arbitrary()
    {
        return gen::exec([] {
            Graph graph;
            const int count = *gen::inRange(1, 7);
            for (int i = 0; i < count; ++i)
                graph.nodes.push_back(node(QStringLiteral("n%1").arg(i),
                    *gen::weightedElement<QString>({ { 6, "test.show" }, { 3, "test.compare" }, { 3, "test.descend" },
                        { 1, "test.source" }, { 1, "other.unheard-of" } })));
            const int links = *gen::inRange(0, 8);
            for (int i = 0; i < links; ++i) {
                const Node &from = *gen::elementOf(graph.nodes);
                const Node &to = *gen::elementOf(graph.nodes);
                const bool isSound = *gen::inRange(0, 8) > 0;
                graph.links.push_back(
                    { { from.id, *gen::elementOf(isSound ? portsOf(from, &NodeType::outputs) : strays) },
                        { *gen::inRange(0, 20) > 0 ? to.id : QStringLiteral("nowhere"),
                            *gen::elementOf(isSound ? portsOf(to, &NodeType::inputs) : strays) } });
            }
            return graph;
        });
    }
};

} // namespace rc

class LinkRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsLinksThatKeepAllRules_data();
    void acceptsLinksThatKeepAllRules();
    void refusesALinkAndNamesRuleEndsAndRemedy_data();
    void refusesALinkAndNamesRuleEndsAndRemedy();
    void namesTheCycleThatTheLinkWouldClose();
    void namesTheCycleOfTheLinkThoughTheGraphHasAnother();
    void looksForCyclesAmongNodesThatAreThere();
    void keepsTheMessageOfALongCycleShort();
    void refusesThoseOfAGraphInItsOrder();
    void doesNotBlameACycleOnLinksThatAreRefusedAlready();
    void refusesInAGraphWhatItWouldRefuseOneByOne();
};

Q_DECLARE_METATYPE(thalweg::LinkRule)

void LinkRulesTest::acceptsLinksThatKeepAllRules_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a second link from one output") << "cost.objective -> gd2.objective";
    QTest::newRow("a second link to a port that takes many") << "gd2.descent -> all.descents";
    QTest::newRow("a number to a parameter of numbers") << "data.rows -> gd2.rate";
    QTest::newRow("a number to a parameter of whole numbers") << "data.rows -> gd2.iterations";
    QTest::newRow("anything to an input of any value") << "gd.descent -> show.value";
    QTest::newRow("any value to an input") << "show.value -> gd2.objective";
    QTest::newRow("any value to a parameter") << "show.value -> gd2.rate";
    QTest::newRow("two ways that meet again") << "data.table -> all.notes";
    QTest::newRow("a cost to the rate of another") << "gd.cost -> gd2.rate";
}

void LinkRulesTest::acceptsLinksThatKeepAllRules()
{
    QFETCH(QString, text);
    const std::optional<Refusal> refused = refusal(chain(), sampleTypes(), link(text));
    QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
}

void LinkRulesTest::refusesALinkAndNamesRuleEndsAndRemedy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<LinkRule>("rule");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *text, LinkRule rule, const QStringList &words) {
        QTest::newRow(name) << QString(text) << rule << words;
    };
    row("from a node that is not there", "nowhere.table -> cost.table", LinkRule::NodeExists, { "nowhere" });
    row("to a node that is not there", "data.table -> nowhere.table", LinkRule::NodeExists, { "nowhere" });
    row("from a node of unknown type", "strange.out -> gd2.objective", LinkRule::NodeExists, { "other.unheard-of" });
    row("to a node of unknown type", "data.table -> strange.in", LinkRule::NodeExists, { "other.unheard-of" });
    row("from an output that is not there", "data.rate -> gd2.rate", LinkRule::PortExists,
        { "\"rate\"", "table", "rows" });
    row("from an input", "cost.table -> all.notes", LinkRule::PortExists, { "\"table\"", "objective" });
    row("to a port that is not there", "data.table -> cost.data", LinkRule::PortExists, { "\"data\"", "table" });
    row("to an output", "data.table -> cost.objective", LinkRule::PortExists, { "\"objective\"" });
    row("an unfitting value to an input", "data.table -> gd2.objective", LinkRule::TypesAgree,
        { "an objective", "a table" });
    row("a table to a parameter of numbers", "data.table -> gd2.rate", LinkRule::TypesAgree,
        { "a number above 0 and at most 2", "a table" });
    row("a number to a choice", "data.rows -> gd2.order", LinkRule::TypesAgree, { "one of", "a number" });
    row("a link that is there already", "data.table -> cost.table", LinkRule::NotTwice, { "already" });
    row("a link that is there already, at a port that takes many", "gd.descent -> all.descents", LinkRule::NotTwice,
        { "already" });
    row("a second link to an input", "more.table -> cost.table", LinkRule::OneLinkAnInput, { "data.table", "one" });
    row("a second link to a parameter", "more.rows -> gd.iterations", LinkRule::OneLinkAnInput, { "data.rows", "one" });
    row("from a node to itself", "gd.cost -> gd.rate", LinkRule::NoCycle, { "gd -> gd" });
    row("back to where it came from", "gd.cost -> cost.degree", LinkRule::NoCycle, { "cost", "gd", "cycle" });
}

void LinkRulesTest::refusesALinkAndNamesRuleEndsAndRemedy()
{
    QFETCH(QString, text);
    QFETCH(LinkRule, rule);
    QFETCH(QStringList, words);
    const std::optional<Refusal> refused = refusal(chain(), sampleTypes(), link(text));
    QVERIFY(refused);
    QCOMPARE(refused->rule, rule);
    QVERIFY(refused->link == link(text));
    for (const QString &end : { link(text).from.text(), link(text).to.text() })
        QVERIFY2(refused->text().contains(end), qPrintable(refused->text()));
    for (const QString &word : words)
        QVERIFY2(refused->message.contains(word), qPrintable(refused->message));
}

void LinkRulesTest::namesTheCycleThatTheLinkWouldClose()
{
    const std::optional<Refusal> refused = refusal(passingOn(4), sampleTypes(), link("n3.value -> n0.value"));
    QVERIFY(refused);
    QCOMPARE(refused->rule, LinkRule::NoCycle);
    QCOMPARE(refused->message.section(": ", -1).split(" -> ").size(), 5);
    for (const char *step : { "n0 -> n1", "n1 -> n2", "n2 -> n3", "n3 -> n0" })
        QVERIFY2(refused->message.contains(step), qPrintable(refused->message));
}

void LinkRulesTest::namesTheCycleOfTheLinkThoughTheGraphHasAnother()
{
    Graph graph = passingOn(2); // n0 -> n1
    graph.nodes.insert(graph.nodes.begin(), { node("x", "test.show"), node("y", "test.show") });
    graph.links.insert(graph.links.begin(), { link("x.value -> y.value"), link("y.value -> x.value") });
    const std::optional<Refusal> refused = refusal(graph, sampleTypes(), link("n1.value -> n0.value"));
    QVERIFY(refused);
    QCOMPARE(refused->rule, LinkRule::NoCycle);
    QVERIFY2(refused->message.contains("n1 -> n0"), qPrintable(refused->message));
}

void LinkRulesTest::looksForCyclesAmongNodesThatAreThere()
{
    Graph graph;
    graph.nodes = { node("a", "test.show"), node("b", "test.show") };
    graph.links = { link("b.value -> nowhere.value"), link("nowhere.value -> a.value2") };
    QVERIFY(!refusal(graph, sampleTypes(), link("a.value -> b.value")));
}

void LinkRulesTest::keepsTheMessageOfALongCycleShort()
{
    Graph graph = passingOn(1000);
    const Link back = link("n999.value -> n0.value");
    const std::optional<Refusal> refused = refusal(graph, sampleTypes(), back);
    QVERIFY(refused);
    QCOMPARE(refused->rule, LinkRule::NoCycle);
    QVERIFY(refused->text().size() <= 2000);
    QVERIFY2(refused->message.contains("1000 nodes"), qPrintable(refused->message));

    graph.links.push_back(back);
    const std::vector<Refusal> all = refusals(graph, sampleTypes());
    QCOMPARE(all.size(), std::size_t(1));
    QVERIFY(all.front().text().size() <= 2000);
}

void LinkRulesTest::refusesThoseOfAGraphInItsOrder()
{
    Graph graph = chain();
    graph.links = {
        link("show.value -> show.value"), // NoCycle
        link("data.table -> cost.table"),
        link("data.table -> cost.table"), // NotTwice
        link("data.table -> gd.objective"), // TypesAgree
        link("more.table -> cost.table"), // OneLinkAnInput
        link("nowhere.table -> all.notes"), // NodeExists
        link("data.unheard -> all.notes"), // PortExists
        link("cost.objective -> gd.objective"),
    };
    const std::vector<Refusal> found = refusals(graph, sampleTypes());
    std::vector<LinkRule> rules;
    for (const Refusal &refusal : found)
        rules.push_back(refusal.rule);
    QVERIFY(rules
        == (std::vector { LinkRule::NoCycle, LinkRule::NotTwice, LinkRule::TypesAgree, LinkRule::OneLinkAnInput,
            LinkRule::NodeExists, LinkRule::PortExists }));
    QVERIFY2(found[3].message.contains("data.table"), qPrintable(found[3].message));
}

void LinkRulesTest::doesNotBlameACycleOnLinksThatAreRefusedAlready()
{
    Graph graph = chain();
    graph.links.push_back(link("gd.descent -> cost.table"));
    const std::vector<Refusal> found = refusals(graph, sampleTypes());
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].rule, LinkRule::TypesAgree);
}

void LinkRulesTest::refusesInAGraphWhatItWouldRefuseOneByOne()
{
    const NodeTypes types = sampleTypes();
    QVERIFY(rc::check("refusals() of a graph and refusal() of its links one by one", [&types](const Graph &graph) {
        Graph grown = graph;
        grown.links.clear();
        std::vector<Refusal> expected;
        std::vector<Refusal> ofCycles;
        for (const Link &link : graph.links) {
            const std::optional<Refusal> refused = refusal(grown, types, link);
            // Which of a cycle's links is refused is open, so cycles are compared apart.
            if (!refused || refused->rule == LinkRule::NoCycle)
                grown.links.push_back(link);
            if (refused)
                (refused->rule == LinkRule::NoCycle ? ofCycles : expected).push_back(*refused);
        }
        std::vector<Refusal> found = refusals(graph, types);
        const auto isOfCycle = [](const Refusal &refusal) { return refusal.rule == LinkRule::NoCycle; };
        const auto foundCycles = std::ranges::count_if(found, isOfCycle);
        RC_ASSERT((foundCycles > 0) == !ofCycles.empty());
        std::erase_if(found, isOfCycle);
        RC_ASSERT(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            RC_ASSERT(found[i].link == expected[i].link);
            RC_ASSERT(found[i].rule == expected[i].rule);
            RC_ASSERT(found[i].message == expected[i].message);
        }
        RC_CLASSIFY(expected.empty() && ofCycles.empty() && !graph.links.empty(), "sound");
        RC_CLASSIFY(!ofCycles.empty(), "with a cycle");
    }));
}

QTEST_GUILESS_MAIN(LinkRulesTest)
#include "link_rules_test.moc"
