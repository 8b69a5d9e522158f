#include "graph/link_rules.h"

#include "graph/topology.h"

#include <QHash>

namespace thalweg {

namespace {

QString withArticle(const QString &noun)
{
    static const QString vowels = QStringLiteral("aeiou");
    return (vowels.contains(noun.front()) ? QStringLiteral("an ") : QStringLiteral("a ")) + noun;
}

QString names(const std::vector<Port> &ports)
{
    QStringList names;
    for (const Port &port : ports)
        names += port.name;
    return names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", "));
}

/// What a link ends at: one of the two is set, or none.
struct Target {
    const Port *input = nullptr;
    const Parameter *parameter = nullptr;
};

Target targetOf(const NodeType &type, const QString &name)
{
    return { type.input(name), type.parameter(name) };
}

/// The rules that concern a link and its two nodes alone.
std::optional<Refusal> refusalByTypes(const Node *from, const Node *to, const NodeTypes &types, const Link &link)
{
    const auto refuse = [&](LinkRule rule, const QString &message) { return Refusal { rule, link, message }; };
    if (!from || !to)
        return refuse(
            LinkRule::NodeExists, QStringLiteral("there is no node \"%1\"").arg(from ? link.to.node : link.from.node));
    const NodeType *fromType = types.find(from->type);
    const NodeType *toType = types.find(to->type);
    if (!fromType || !toType)
        return refuse(LinkRule::NodeExists,
            QStringLiteral("the node type \"%1\" is not known").arg(fromType ? to->type : from->type));

    const Port *output = fromType->output(link.from.port);
    if (!output)
        return refuse(LinkRule::PortExists,
            QStringLiteral("%1 has no output \"%2\"; it has: %3")
                .arg(from->type, link.from.port, names(fromType->outputs)));
    const Target target = targetOf(*toType, link.to.port);
    if (!target.input && !target.parameter)
        return refuse(LinkRule::PortExists,
            QStringLiteral("%1 has no input or parameter \"%2\"; its inputs: %3")
                .arg(to->type, link.to.port, names(toType->inputs)));

    const bool anything = output->type == Value::staticType();
    const bool agree = target.input
        ? anything || target.input->type == Value::staticType() || target.input->type == output->type
        : anything || target.parameter->accepts(output->type);
    if (!agree) {
        const QString needed = target.input ? withArticle(target.input->type.id) : target.parameter->range();
        return refuse(LinkRule::TypesAgree,
            QStringLiteral("needs %1, but %2 gives %3").arg(needed, link.from.text(), withArticle(output->type.id)));
    }
    return {};
}

bool takesMany(const NodeType &type, const QString &port)
{
    const Target target = targetOf(type, port);
    return target.input && target.input->isMany;
}

QString cycleMessage(const QStringList &cycle)
{
    return QStringLiteral("would make a cycle: %1")
        .arg((cycle + QStringList(cycle.first())).join(QStringLiteral(" -> ")));
}

} // namespace

std::optional<Refusal> refusal(const Graph &graph, const NodeTypes &types, const Link &link)
{
    const Node *to = graph.find(link.to.node);
    if (auto found = refusalByTypes(graph.find(link.from.node), to, types, link))
        return found;
    for (const Link &other : graph.links) {
        if (other == link)
            return Refusal { LinkRule::NotTwice, link, QStringLiteral("is there already") };
        if (other.to == link.to && !takesMany(*types.find(to->type), link.to.port))
            return Refusal { LinkRule::OneLinkAnInput, link,
                QStringLiteral("takes one link, and %1 ends there already").arg(other.from.text()) };
    }
    if (reaches(graph, link.to.node, link.from.node)) {
        Graph with = graph;
        with.links.push_back(link);
        return Refusal { LinkRule::NoCycle, link, cycleMessage(topology(with).cycle) };
    }
    return {};
}

std::vector<Refusal> refusals(const Graph &graph, const NodeTypes &types)
{
    QHash<QString, const Node *> nodes;
    for (const Node &node : graph.nodes)
        nodes.insert(node.id, &node);

    std::vector<Refusal> found;
    QHash<QString, const Link *> arrived; // by the text of the end
    QHash<QString, bool> seen; // by the text of the link
    for (const Link &link : graph.links) {
        const Node *to = nodes.value(link.to.node);
        if (auto refused = refusalByTypes(nodes.value(link.from.node), to, types, link)) {
            found.push_back(*refused);
            continue;
        }
        if (seen.contains(link.text())) {
            found.push_back({ LinkRule::NotTwice, link, QStringLiteral("is there already") });
            continue;
        }
        seen.insert(link.text(), true);
        const Link *&first = arrived[link.to.text()];
        if (first && !takesMany(*types.find(to->type), link.to.port))
            found.push_back({ LinkRule::OneLinkAnInput, link,
                QStringLiteral("takes one link, and %1 ends there already").arg(first->from.text()) });
        first = &link;
    }
    const QStringList cycle = topology(graph).cycle;
    if (!cycle.isEmpty()) {
        const QString second = cycle.size() > 1 ? cycle[1] : cycle[0];
        for (const Link &link : graph.links)
            if (link.from.node == cycle[0] && link.to.node == second) {
                found.push_back({ LinkRule::NoCycle, link,
                    cycleMessage(cycle).replace(QStringLiteral("would make"), QStringLiteral("makes")) });
                break;
            }
    }
    return found;
}

} // namespace thalweg
