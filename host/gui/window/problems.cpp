#include "gui/window/problems.h"

#include "graph/topology.h"
#include "workflow/check.h"

#include <QSet>

namespace thalweg {

namespace {

std::vector<Problem> faults(const Graph &graph, const NodeTypes &types)
{
    static const QString place = QStringLiteral("node ");
    std::vector<Problem> faults;
    for (const Error &error : check(graph, types)) {
        QStringList places = error.places();
        const QString node = places.isEmpty() ? QString() : places.takeFirst().mid(place.size());
        faults.push_back({ Problem::Kind::Fault, node, (places << error.message()).join(QStringLiteral(": ")) });
    }
    return faults;
}

} // namespace

std::vector<Problem> problems(const Graph &graph, const NodeTypes &types, const RunBoard &board)
{
    std::vector<Problem> all = faults(graph, types);
    QSet<QString> named;
    for (const Problem &fault : all)
        named.insert(fault.node);
    for (const Node &node : graph.nodes) {
        const NodeStatus &status = board.status(node.id);
        if (status.state == NodeStatus::State::Failed && !named.contains(node.id))
            all.push_back({ Problem::Kind::Failure, node.id, status.problem });
    }
    return all;
}

QStringList soundNodes(const Graph &graph, const NodeTypes &types)
{
    QSet<QString> unsound;
    for (const Problem &fault : faults(graph, types))
        unsound.insert(fault.node);
    QHash<QString, QStringList> sources;
    for (const Link &link : graph.links)
        sources[link.to.node] += link.from.node;
    const Topology sorted = topology(graph);
    if (!sorted.cycle.isEmpty())
        return {};
    for (const std::size_t index : sorted.order) {
        const QString &node = graph.nodes[index].id;
        for (const QString &source : sources.value(node))
            if (unsound.contains(source))
                unsound.insert(node);
    }
    QStringList sound;
    for (const Node &node : graph.nodes)
        if (!unsound.contains(node.id))
            sound += node.id;
    return sound;
}

} // namespace thalweg
