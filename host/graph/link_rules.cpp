#include "graph/link_rules.h"

#include "graph/topology.h"

#include <QHash>
#include <QSet>

#include <algorithm>

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

    if (!accepts(*toType, link.to.port, output->type)) {
        const QString needed = target.input ? withArticle(target.input->type.id) : target.parameter->range();
        return refuse(LinkRule::TypesAgree,
            QStringLiteral("needs %1, but %2 gives %3").arg(needed, link.from.text(), withArticle(output->type.id)));
    }
    return {};
}

/// Names the nodes of a cycle, the first once more at the end; of a long one only some.
QString cycleText(const QStringList &cycle)
{
    constexpr qsizetype longest = 12;
    QStringList shown = cycle;
    if (cycle.size() > longest)
        shown = cycle.first(longest / 2) + QStringList(QStringLiteral("…")) + cycle.last(longest / 2);
    const QString text = (shown + QStringList(cycle.first())).join(QStringLiteral(" -> "));
    return cycle.size() > longest ? QStringLiteral("%1 (%2 nodes)").arg(text).arg(cycle.size()) : text;
}

} // namespace

bool accepts(const NodeType &type, const QString &name, const ValueType &given)
{
    const Target target = targetOf(type, name);
    if (target.input)
        return given == target.input->type || given == Value::staticType() || target.input->type == Value::staticType();
    return target.parameter && (given == Value::staticType() || target.parameter->accepts(given));
}

bool takesMany(const NodeType &type, const QString &input)
{
    const Port *port = type.input(input);
    return port && port->isMany;
}

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
    const QStringList back = path(graph, link.to.node, link.from.node);
    if (!back.isEmpty())
        return Refusal { LinkRule::NoCycle, link, QStringLiteral("would make a cycle: %1").arg(cycleText(back)) };
    return {};
}

std::vector<Refusal> refusals(const Graph &graph, const NodeTypes &types)
{
    QHash<QString, const Node *> nodes;
    for (const Node &node : graph.nodes)
        nodes.insert(node.id, &node);

    std::vector<std::optional<Refusal>> refused(graph.links.size()); // by link
    Graph kept; // with the links that break none of the other rules
    kept.nodes = graph.nodes;
    QHash<QString, QString> arrived; // the text of each end: that of where its first link begins
    QSet<QString> seen; // the texts of links
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const Link &link = graph.links[i];
        const Node *to = nodes.value(link.to.node);
        const QString first = arrived.value(link.to.text());
        if ((refused[i] = refusalByTypes(nodes.value(link.from.node), to, types, link)))
            continue;
        if (seen.contains(link.text())) {
            refused[i] = { LinkRule::NotTwice, link, QStringLiteral("is there already") };
        } else if (!first.isEmpty() && !takesMany(*types.find(to->type), link.to.port)) {
            refused[i] = { LinkRule::OneLinkAnInput, link,
                QStringLiteral("takes one link, and %1 ends there already").arg(first) };
        } else {
            seen.insert(link.text());
            arrived.insert(link.to.text(), link.from.text());
            kept.links.push_back(link);
        }
    }
    const QStringList cycle = topology(kept).cycle;
    if (!cycle.isEmpty()) {
        const auto closes
            = [&](const Link &link) { return link.from.node == cycle.last() && link.to.node == cycle.first(); };
        const auto link = std::ranges::find(graph.links, *std::ranges::find_if(kept.links, closes));
        refused[static_cast<std::size_t>(link - graph.links.begin())]
            = { LinkRule::NoCycle, *link, QStringLiteral("makes a cycle: %1").arg(cycleText(cycle)) };
    }

    std::vector<Refusal> found;
    for (const std::optional<Refusal> &refusal : refused)
        if (refusal)
            found.push_back(*refusal);
    return found;
}

} // namespace thalweg
