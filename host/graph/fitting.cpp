#include "graph/fitting.h"

#include "graph/edit_builder.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace thalweg {

namespace {

QString kindOf(const QString &fromType, const QString &output, const QString &toType, const QString &input)
{
    return QStringLiteral("%1.%2 -> %3.%4").arg(fromType, output, toType, input);
}

/// A port that fits; the smaller, the better.
struct Candidate {
    int missed; ///< the number of links of its kind that were made, negative
    bool isLoose; ///< takes or gives any type
    bool isParameter;
    QString port;

    bool operator<(const Candidate &other) const
    {
        return std::tie(missed, isLoose, isParameter) < std::tie(other.missed, other.isLoose, other.isParameter);
    }
};

std::vector<Candidate> candidates(
    const NodeType &open, const QString &openPort, Side side, const NodeType &type, const LinkCounts &counts)
{
    std::vector<Candidate> found;
    if (side == Side::Input) {
        const Port *wanted = open.input(openPort);
        for (const Port &output : type.outputs)
            if (accepts(open, openPort, output.type))
                found.push_back({ -counts.value(kindOf(type.id, output.name, open.id, openPort)),
                    output.type == Value::staticType() && (!wanted || wanted->type != Value::staticType()), false,
                    output.name });
        return found;
    }
    const Port *output = open.output(openPort);
    if (!output)
        return found;
    const auto count = [&](const QString &name) { return -counts.value(kindOf(open.id, openPort, type.id, name)); };
    for (const Port &input : type.inputs)
        if (accepts(type, input.name, output->type))
            found.push_back({ count(input.name), !(input.type == output->type), false, input.name });
    for (const Parameter &parameter : type.parameters)
        if (accepts(type, parameter.name, output->type))
            found.push_back({ count(parameter.name), false, true, parameter.name });
    return found;
}

} // namespace

LinkCounts countLinks(const std::vector<Graph> &graphs)
{
    LinkCounts counts;
    for (const Graph &graph : graphs)
        for (const Link &link : graph.links) {
            const Node *from = graph.find(link.from.node);
            const Node *to = graph.find(link.to.node);
            if (from && to)
                ++counts[kindOf(from->type, link.from.port, to->type, link.to.port)];
        }
    return counts;
}

std::vector<Fit> fitting(
    const NodeTypes &types, const Graph &graph, const End &open, Side side, const LinkCounts &counts)
{
    const Node *node = graph.find(open.node);
    const NodeType *openType = node ? types.find(node->type) : nullptr;
    if (!openType)
        return {};
    std::vector<std::pair<Candidate, const NodeType *>> found;
    for (const NodeType *type : types.all()) {
        const std::vector<Candidate> ports = candidates(*openType, open.port, side, *type, counts);
        if (!ports.empty())
            found.emplace_back(*std::ranges::min_element(ports, std::less<>()), type);
    }
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) {
        if (a.first < b.first || b.first < a.first)
            return a.first < b.first;
        return a.second->title.localeAwareCompare(b.second->title) < 0;
    });
    std::vector<Fit> fits;
    for (const auto &[candidate, type] : found)
        fits.push_back({ type, candidate.port });
    return fits;
}

Result<Edit> addLinked(const Graph &graph, const NodeTypes &types, const Node &node, const QPointF &place,
    const QString &port, const End &open, Side side)
{
    EditBuilder builder(graph);
    const Result<Edit> added = addNode(graph, node, place);
    if (!added)
        return added.error();
    builder.add(*added);
    const Link link = linkFromDrag(open, side, { node.id, port });
    if (const Result<void> linked = builder.add(linkOrReplace(builder.graph(), types, link)); !linked)
        return linked.error();
    return builder.edit(added->name);
}

} // namespace thalweg
