#include "graph/topology.h"

#include <QHash>
#include <QSet>

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
    std::vector<std::size_t> path;
    while (std::ranges::find(path, at) == path.end()) {
        path.push_back(at);
        at = *std::ranges::find_if(before[at], [&](std::size_t node) { return waitingFor[node] > 0; });
    }
    QStringList cycle;
    for (auto node = path.rbegin(); *node != at; ++node)
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

bool reaches(const Graph &graph, const QString &from, const QString &to)
{
    QHash<QString, QStringList> after;
    for (const Link &link : graph.links)
        after[link.from.node] += link.to.node;
    QSet<QString> seen { from };
    QStringList open { from };
    while (!open.isEmpty()) {
        const QString node = open.takeLast();
        if (node == to)
            return true;
        for (const QString &next : after.value(node)) {
            if (!seen.contains(next)) {
                seen.insert(next);
                open += next;
            }
        }
    }
    return false;
}

} // namespace thalweg
