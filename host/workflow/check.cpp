#include "workflow/check.h"

#include "graph/link_rules.h"
#include "graph/modes.h"

#include <QSet>

namespace thalweg {

namespace {

std::vector<Error> checkParameters(const Node &node, const NodeType &type, const QSet<QString> &linked)
{
    std::vector<Error> problems;
    for (auto given = node.parameters.begin(); given != node.parameters.end(); ++given) {
        if (type.parameter(given.key()))
            continue;
        QStringList names;
        for (const Parameter &parameter : type.parameters)
            names += parameter.name;
        problems.push_back(
            Error(QStringLiteral("%1 has no such parameter%2").arg(type.id, suggestion(given.key(), names)))
                .at(QStringLiteral("parameter %1").arg(given.key())));
    }
    for (const Parameter &parameter : type.parameters) {
        const bool isGiven = node.parameters.contains(parameter.name);
        if (!isGiven && (!parameter.isRequired || linked.contains(node.id + QLatin1Char('.') + parameter.name)))
            continue;
        const Result<void> fits = parameter.check(node.parameters.value(parameter.name));
        if (!fits)
            problems.push_back(fits.error().at(QStringLiteral("parameter %1").arg(parameter.name)));
    }
    return problems;
}

std::vector<Error> checkNode(const Node &node, const NodeTypes &types, const QSet<QString> &linked)
{
    const NodeType *type = types.find(node.type);
    if (!type)
        return { Error(
            QStringLiteral("the node type \"%1\" is not known%2").arg(node.type, suggestion(node.type, types.ids()))) };
    std::vector<Error> problems;
    if (node.version > type->version)
        problems.push_back(
            Error(QStringLiteral("was made for version %1 of %2, and this program has version %3; use a newer one")
                      .arg(node.version)
                      .arg(type->id)
                      .arg(type->version)));
    for (const Error &problem : checkParameters(node, *type, linked))
        problems.push_back(problem);
    for (const Port &port : type->inputs)
        if (!port.isOptional && !linked.contains(node.id + QLatin1Char('.') + port.name))
            problems.push_back(Error(QStringLiteral("needs a link from an output of type %1").arg(port.type.id))
                                   .at(QStringLiteral("port %1").arg(port.name)));
    return problems;
}

} // namespace

std::vector<Error> check(const Graph &whole, const NodeTypes &types)
{
    const Graph graph = activeGraph(whole, types).graph;
    QSet<QString> linked;
    for (const Link &link : graph.links)
        linked.insert(link.to.text());

    std::vector<Error> problems;
    for (const Node &node : graph.nodes)
        for (const Error &problem : checkNode(node, types, linked))
            problems.push_back(problem.at(QStringLiteral("node %1").arg(node.id)));
    for (const Refusal &refusal : refusals(graph, types)) {
        // A node of unknown type has been named already, and says nothing of its ports.
        const Node *from = graph.find(refusal.link.from.node);
        const Node *to = graph.find(refusal.link.to.node);
        if (refusal.rule == LinkRule::NodeExists && from && to)
            continue;
        problems.push_back(Error(refusal.text())
                               .at(QStringLiteral("port %1").arg(refusal.link.to.port))
                               .at(QStringLiteral("node %1").arg(refusal.link.to.node)));
    }
    return problems;
}

} // namespace thalweg
