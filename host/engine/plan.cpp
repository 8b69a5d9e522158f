#include "engine/plan.h"

#include "graph/modes.h"
#include "graph/topology.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace thalweg {

namespace {

/// The nodes that `targets` depend on, and they themselves.
QSet<QString> neededFor(const Graph &graph, const QStringList &targets)
{
    QHash<QString, QStringList> before;
    for (const Link &link : graph.links)
        before[link.to.node] += link.from.node;
    QSet<QString> needed;
    QStringList open = targets;
    while (!open.isEmpty()) {
        const QString node = open.takeLast();
        if (needed.contains(node))
            continue;
        needed.insert(node);
        open += before.value(node);
    }
    return needed;
}

ContentKey fixedKey(const Plan::Step &step, std::uint64_t seed)
{
    ContentHash hash;
    hash.add(step.type->id);
    hash.add(static_cast<std::uint64_t>(step.type->version));
    hash.add(step.node);
    hash.add(seed);
    hash.add(QString::fromUtf8(QJsonDocument(step.parameters).toJson(QJsonDocument::Compact)));
    return hash.key();
}

void connect(Plan &plan, const QHash<QString, std::uint32_t> &stepOf, const Link &link)
{
    const std::uint32_t from = stepOf[link.from.node];
    const std::uint32_t to = stepOf[link.to.node];
    Plan::Step &reader = plan.steps[to];
    const auto &outputs = plan.steps[from].type->outputs;
    const auto output = std::ranges::find(outputs, link.from.port, &Port::name);
    const Parameter *parameter = reader.type->parameter(link.to.port);
    if (output == outputs.end() || (!parameter && !reader.type->input(link.to.port)))
        throw Error(QStringLiteral("one of its ends is not there")).at(QStringLiteral("link %1").arg(link.text()));

    const Plan::Source source { from, static_cast<std::uint32_t>(output - outputs.begin()) };
    if (parameter)
        reader.drives.push_back({ parameter, source });
    else
        reader.arrivals.push_back({ link.to.port, source });
    // Links of one reader may be interleaved with another's, so the whole list is looked through; it is short but in
    // fans, where the last entry is the likely one.
    std::vector<std::uint32_t> &followers = plan.steps[from].followers;
    if (std::find(followers.rbegin(), followers.rend(), to) == followers.rend()) {
        followers.push_back(to);
        ++reader.waitsFor;
    }
}

} // namespace

Result<Plan> makePlan(const Graph &whole, const NodeTypes &types, const QString &directory, const QStringList &targets)
{
    const ActiveGraph active = activeGraph(whole, types);
    const Graph &graph = active.graph;
    const Topology sorted = topology(graph);
    if (!sorted.cycle.isEmpty())
        return Error(QStringLiteral("the links make a cycle: %1").arg(sorted.cycle.join(QStringLiteral(" -> "))));
    for (const QString &target : targets)
        if (!whole.find(target))
            return Error(QStringLiteral("there is no node \"%1\"").arg(target));

    Plan plan;
    plan.seed = static_cast<std::uint64_t>(graph.seed);
    plan.directory = directory;
    plan.types = types;
    for (const Node &node : whole.nodes) // what a muted node gave is kept
        plan.allNodes.insert(node.id);
    const QSet<QString> needed = targets.isEmpty() ? QSet<QString>() : neededFor(graph, targets);
    QHash<QString, std::uint32_t> stepOf;
    for (std::size_t index : sorted.order) {
        const Node &node = graph.nodes[index];
        if (!targets.isEmpty() && !needed.contains(node.id))
            continue;
        const NodeType *type = types.find(node.type);
        if (!type)
            return Error(QStringLiteral("the node type \"%1\" is not known").arg(node.type))
                .at(QStringLiteral("node %1").arg(node.id));
        stepOf.insert(node.id, static_cast<std::uint32_t>(plan.steps.size()));
        Plan::Step step { .node = node.id,
            .type = type,
            .parameters = node.parameters,
            .arrivals = {},
            .drives = {},
            .followers = {},
            .fixedKey = {} };
        step.fixedKey = fixedKey(step, plan.seed);
        plan.steps.push_back(std::move(step));
    }
    const QSet<QString> concerned = targets.isEmpty() ? QSet<QString>() : neededFor(whole, targets);
    for (const Node &node : whole.nodes)
        if (active.inactive.contains(node.id) && (targets.isEmpty() || concerned.contains(node.id)))
            plan.inactive.push_back({ node.id, active.inactive.value(node.id) });
    try {
        for (const Link &link : graph.links)
            if (stepOf.contains(link.to.node) && stepOf.contains(link.from.node))
                connect(plan, stepOf, link);
    } catch (const Error &error) {
        return error;
    }
    return plan;
}

} // namespace thalweg
