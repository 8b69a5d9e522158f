#include "graph/topology.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <queue>

namespace thalweg {

namespace {

/// Follows links backwards from any node that is left over, until a node comes twice: that is a cycle.
QStringList findCycle(
    const Graph &graph, const std::vector<std::vector<std::size_t>> &before, const std::vector<std::size_t> &waitingFor)
{
    std::size_t at = 0;
    while (waitingFor[at] == 0)
        ++at;
    std::vector<std::size_t> way;
    std::vector<bool> isOnWay(before.size());
    while (!isOnWay[at]) {
        way.push_back(at);
        isOnWay[at] = true;
        at = *std::ranges::find_if(before[at], [&](std::size_t node) { return waitingFor[node] > 0; });
    }
    QStringList cycle;
    for (auto node = way.rbegin(); *node != at; ++node)
        cycle += graph.nodes[*node].id;
    cycle.prepend(graph.nodes[at].id);
    return cycle;
}

} // namespace

Topology topology(const Graph &graph)
{
    QHash<QString, std::size_t> indexOf;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        indexOf.insert(graph.nodes[i].id, i);

    std::vector<std::vector<std::size_t>> before(graph.nodes.size());
    std::vector<std::vector<std::size_t>> after(graph.nodes.size());
    std::vector<std::size_t> waitingFor(graph.nodes.size());
    for (const Link &link : graph.links) {
        const auto from = indexOf.find(link.from.node);
        const auto to = indexOf.find(link.to.node);
        if (from == indexOf.end() || to == indexOf.end())
            continue;
        before[*to].push_back(*from);
        after[*from].push_back(*to);
        ++waitingFor[*to];
    }

    Topology result;
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < waitingFor.size(); ++i)
        if (waitingFor[i] == 0)
            ready.push(i);
    while (!ready.empty()) {
        const std::size_t node = ready.top();
        ready.pop();
        result.order.push_back(node);
        for (std::size_t next : after[node])
            if (--waitingFor[next] == 0)
                ready.push(next);
    }
    if (result.order.size() < graph.nodes.size()) {
        result.cycle = findCycle(graph, before, waitingFor);
        result.order.clear();
    }
    return result;
}

QStringList path(const Graph &graph, const QString &from, const QString &to)
{
    QSet<QString> isThere;
    for (const Node &node : graph.nodes)
        isThere.insert(node.id);
    if (!isThere.contains(from) || !isThere.contains(to))
        return {};
    QHash<QString, QStringList> before;
    for (const Link &link : graph.links)
        if (isThere.contains(link.from.node))
            before[link.to.node] += link.from.node;

    // Breadth first and backwards, so that the way is read off forwards.
    QHash<QString, QString> next { { to, {} } };
    std::queue<QString> open({ to });
    while (!open.empty() && !next.contains(from)) {
        const QString node = open.front();
        open.pop();
        for (const QString &earlier : before.value(node)) {
            if (!next.contains(earlier)) {
                next.insert(earlier, node);
                open.push(earlier);
            }
        }
    }
    QStringList nodes;
    if (next.contains(from))
        for (QString node = from; !node.isEmpty(); node = next.value(node))
            nodes += node;
    return nodes;
}

} // namespace thalweg
