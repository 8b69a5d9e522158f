#include "graph/topology.h"
#include "host/samples.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace thalweg;

namespace {

Graph graphOf(int nodeCount, const std::vector<std::pair<int, int>> &links)
{
    const auto id = [](int i) { return QStringLiteral("n%1").arg(i); };
    Graph graph;
    for (int i = 0; i < nodeCount; ++i)
        graph.nodes.push_back(node(id(i), "test.show"));
    for (const auto &[from, to] : links)
        graph.links.push_back({ { id(from), "value" }, { id(to), "value" } });
    return graph;
}

bool isLinked(const Graph &graph, const QString &from, const QString &to)
{
    return std::ranges::any_of(
        graph.links, [&](const Link &link) { return link.from.node == from && link.to.node == to; });
}

/// How many nodes the shortest way from each to each has, 0 where there is none: Floyd and Warshall's way.
std::vector<std::vector<int>> shortestWays(int nodeCount, const std::vector<std::pair<int, int>> &links)
{
    constexpr int none = 1'000'000;
    const auto n = static_cast<std::size_t>(nodeCount);
    std::vector<std::vector<int>> steps(n, std::vector<int>(n, none));
    for (const auto &[from, to] : links)
        if (from < nodeCount && to < nodeCount)
            steps[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] = 1;
    for (std::size_t i = 0; i < n; ++i)
        steps[i][i] = 0;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                steps[i][j] = std::min(steps[i][j], steps[i][k] + steps[k][j]);
    for (std::vector<int> &row : steps)
        for (int &count : row)
            count = count >= none ? 0 : count + 1;
    return steps;
}

/// Numbers of nodes and links among them; `beyond` numbers more are not nodes.
rc::Gen<std::pair<int, std::vector<std::pair<int, int>>>> shapes(int beyond)
{
    return rc::gen::exec([beyond] {
        const int count = *rc::gen::inRange(1, 12);
        const auto index = rc::gen::inRange(0, count + beyond);
        auto links = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(index, index));
        return std::pair(count, links);
    });
}

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

} // namespace

class TopologyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsEachNodeBehindThoseThatItDependsOn();
    void keepsTheOrderOfTheFileWhereItCan();
    void namesACycleThatIsOne();
    void findsACycleExactlyWhereThereIsOne();
    void passesOverLinksToNowhere();
    void findsTheCycleAroundAHundredThousandNodes();
    void findsAShortestWay();
    void followsNoLinkThroughNodesThatAreNotThere();
};

void TopologyTest::putsEachNodeBehindThoseThatItDependsOn()
{
    QVERIFY(rc::check("the order of a graph without cycles", [] {
        auto [count, links] = *shapes(0);
        std::vector<int> rank(static_cast<std::size_t>(count));
        std::iota(rank.begin(), rank.end(), 0);
        for (std::size_t i = rank.size(); i > 1; --i)
            std::swap(rank[i - 1], rank[*rc::gen::inRange<std::size_t>(0, i)]);
        const auto rankOf = [&](int node) { return rank[static_cast<std::size_t>(node)]; };
        // Every link goes up in rank, so there is no cycle.
        std::erase_if(links, [](const auto &link) { return link.first == link.second; });
        for (auto &[from, to] : links)
            if (rankOf(from) > rankOf(to))
                std::swap(from, to);

        const Topology sorted = topology(graphOf(count, links));
        RC_ASSERT(sorted.cycle.isEmpty());
        RC_ASSERT(sorted.order.size() == static_cast<std::size_t>(count));
        std::vector<std::size_t> placeOf(sorted.order.size(), sorted.order.size());
        for (std::size_t place = 0; place < sorted.order.size(); ++place)
            placeOf.at(sorted.order[place]) = place;
        RC_ASSERT(std::ranges::count(placeOf, sorted.order.size()) == 0);
        for (const auto &[from, to] : links)
            RC_ASSERT(placeOf[static_cast<std::size_t>(from)] < placeOf[static_cast<std::size_t>(to)]);
    }));
}

void TopologyTest::keepsTheOrderOfTheFileWhereItCan()
{
    QVERIFY(rc::check("the order of a file that is in order", [] {
        auto [count, links] = *shapes(0);
        std::erase_if(links, [](const auto &link) { return link.first >= link.second; });
        RC_ASSERT(topology(graphOf(count, links)).order == upTo(static_cast<std::size_t>(count)));
    }));
    // 0 must wait for 3; the others keep their places.
    const std::vector<std::size_t> expected { 1, 2, 3, 0, 4 };
    QCOMPARE(topology(graphOf(5, { { 3, 0 } })).order, expected);
}

void TopologyTest::namesACycleThatIsOne()
{
    QVERIFY(rc::check("the cycle of a graph", [] {
        const auto [count, links] = *shapes(1);
        const Graph graph = graphOf(count, links);
        const Topology sorted = topology(graph);
        RC_PRE(!sorted.cycle.isEmpty());
        RC_ASSERT(sorted.order.empty());
        RC_ASSERT(QSet<QString>(sorted.cycle.begin(), sorted.cycle.end()).size() == sorted.cycle.size());
        for (qsizetype i = 0; i < sorted.cycle.size(); ++i) {
            const QString &from = sorted.cycle[i];
            const QString &to = sorted.cycle[(i + 1) % sorted.cycle.size()];
            RC_ASSERT(graph.find(from));
            RC_ASSERT(isLinked(graph, from, to));
        }
    }));
}

void TopologyTest::findsACycleExactlyWhereThereIsOne()
{
    QVERIFY(rc::check("whether a graph has a cycle", [] {
        const auto [count, links] = *shapes(1);
        // A cycle is a link and a way back.
        const auto ways = shortestWays(count, links);
        const bool isCyclic = std::ranges::any_of(links, [&, count = count](const auto &link) {
            return link.first < count && link.second < count
                && ways[static_cast<std::size_t>(link.second)][static_cast<std::size_t>(link.first)] > 0;
        });
        RC_ASSERT(!topology(graphOf(count, links)).cycle.isEmpty() == isCyclic);
        RC_ASSERT(topology(graphOf(count, links)).order.empty() == isCyclic);
    }));
    QCOMPARE(topology(graphOf(2, { { 1, 1 } })).cycle, QStringList("n1"));
}

void TopologyTest::passesOverLinksToNowhere()
{
    QCOMPARE(topology(graphOf(2, { { 0, 2 }, { 2, 0 }, { 1, 2 }, { 2, 1 } })).order, upTo(2));
    QVERIFY(topology(Graph()).order.empty());
    QVERIFY(topology(Graph()).cycle.isEmpty());
}

void TopologyTest::findsTheCycleAroundAHundredThousandNodes()
{
    const int count = 100'000;
    std::vector<std::pair<int, int>> links;
    for (int i = 0; i < count; ++i)
        links.emplace_back(i, (i + 1) % count);
    QCOMPARE(topology(graphOf(count, links)).cycle.size(), count);
    links.pop_back();
    QCOMPARE(topology(graphOf(count, links)).order, upTo(static_cast<std::size_t>(count)));
}

void TopologyTest::findsAShortestWay()
{
    QVERIFY(rc::check("path()", [] {
        const auto [count, links] = *shapes(1);
        const Graph graph = graphOf(count, links);
        const auto lengths = shortestWays(count, links);
        for (std::size_t from = 0; from < lengths.size(); ++from) {
            for (std::size_t to = 0; to < lengths.size(); ++to) {
                const QStringList way = path(graph, graph.nodes[from].id, graph.nodes[to].id);
                RC_ASSERT(way.size() == lengths[from][to]);
                if (way.isEmpty())
                    continue;
                RC_ASSERT(way.first() == graph.nodes[from].id);
                RC_ASSERT(way.last() == graph.nodes[to].id);
                for (qsizetype i = 0; i + 1 < way.size(); ++i)
                    RC_ASSERT(isLinked(graph, way[i], way[i + 1]));
            }
        }
    }));
}

void TopologyTest::followsNoLinkThroughNodesThatAreNotThere()
{
    QVERIFY(path(graphOf(2, { { 0, 2 }, { 2, 1 } }), "n0", "n1").isEmpty());
    QVERIFY(path(graphOf(2, {}), "n0", "n2").isEmpty());
    QVERIFY(path(graphOf(2, {}), "n2", "n2").isEmpty());
}

QTEST_GUILESS_MAIN(TopologyTest)
#include "topology_test.moc"
