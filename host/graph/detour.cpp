#include "graph/detour.h"

#include <algorithm>

namespace thalweg {

Detour::Detour(const Graph &graph, const NodeTypes &types, QSet<QString> takenOut)
    : types_(types), takenOut_(std::move(takenOut))
{
    for (const Node &node : graph.nodes)
        if (takenOut_.contains(node.id))
            nodes_.insert(node.id, &node);
    for (const Link &link : graph.links)
        if (takenOut_.contains(link.to.node) && !arrivals_.contains(link.to.text()))
            arrivals_.insert(link.to.text(), link.from);
}

std::optional<End> Detour::origin(const End &output) const
{
    std::optional<End> end = output;
    QSet<QString> seen; // an unsound graph may have a cycle
    while (end && takenOut_.contains(end->node)) {
        if (seen.contains(end->text()))
            return {};
        seen.insert(end->text());
        end = replacement(*end);
    }
    return end;
}

std::optional<End> Detour::replacement(const End &output) const
{
    const Node *node = nodes_.value(output.node);
    const NodeType *type = node ? types_.find(node->type) : nullptr;
    const Port *port = type ? type->output(output.port) : nullptr;
    if (!port)
        return {};
    for (const Port &input : type->inputs)
        if (const auto arrival = arrivals_.find(End { node->id, input.name }.text());
            input.type == port->type && arrival != arrivals_.end())
            return *arrival;
    return {};
}

} // namespace thalweg
