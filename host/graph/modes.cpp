#include "graph/modes.h"

#include "graph/detour.h"
#include "graph/edit_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

/// Gives what the nodes of `inactive` say to all nodes that read from them, however far behind.
void spread(const std::vector<Link> &links, QHash<QString, QString> &reasons, QStringList open)
{
    QHash<QString, QStringList> readers;
    for (const Link &link : links)
        readers[link.from.node] += link.to.node;
    while (!open.isEmpty()) {
        const QString node = open.takeLast();
        for (const QString &reader : readers.value(node)) {
            if (reasons.contains(reader))
                continue;
            reasons.insert(reader, reasons.value(node));
            open += reader;
        }
    }
}

} // namespace

ActiveGraph activeGraph(const Graph &graph, const NodeTypes &types)
{
    if (std::ranges::all_of(graph.nodes, [](const Node &node) { return node.mode == Node::Mode::Run; }))
        return { graph, {} };

    QSet<QString> bypassed;
    QHash<QString, QString> reasons; // of nodes that do not run: what they say to those that depend on them
    QStringList muted;
    for (const Node &node : graph.nodes) {
        if (node.mode == Node::Mode::Bypass)
            bypassed.insert(node.id);
        if (node.mode != Node::Mode::Mute)
            continue;
        muted += node.id;
        reasons.insert(node.id, QStringLiteral("depends on node %1, which is muted").arg(node.id));
    }

    const Detour detour(graph, types, bypassed);
    std::vector<Link> joined;
    QSet<QString> seen; // texts of links: one that goes round a node may be there already
    for (const Link &link : graph.links)
        seen.insert(link.text());
    QStringList cutOff;
    for (const Link &link : graph.links) {
        if (bypassed.contains(link.to.node))
            continue;
        const std::optional<End> origin = detour.origin(link.from);
        if (!origin) {
            if (!reasons.contains(link.to.node)) {
                cutOff += link.to.node;
                reasons.insert(link.to.node,
                    QStringLiteral("depends on %1, and its node is bypassed but has nothing of that type to pass on")
                        .arg(link.from.text()));
            }
            continue;
        }
        const Link past { *origin, link.to };
        if (!(past == link) && seen.contains(past.text()))
            continue;
        seen.insert(past.text());
        joined.push_back(past);
    }
    spread(joined, reasons, muted + cutOff);

    ActiveGraph active { graph, reasons };
    for (const QString &node : muted)
        active.inactive[node] = QStringLiteral("is muted");
    for (const QString &node : bypassed)
        active.inactive[node] = QStringLiteral("is bypassed");
    std::erase_if(active.graph.nodes, [&](const Node &node) { return active.inactive.contains(node.id); });
    std::erase_if(joined, [&](const Link &link) {
        return active.inactive.contains(link.from.node) || active.inactive.contains(link.to.node);
    });
    active.graph.links = std::move(joined);
    return active;
}

Edit setMode(const Graph &graph, const QStringList &ids, Node::Mode mode)
{
    Edit edit;
    switch (mode) {
    case Node::Mode::Run:
        edit.name = QCoreApplication::translate("Edit", "Let run");
        break;
    case Node::Mode::Mute:
        edit.name = QCoreApplication::translate("Edit", "Mute");
        break;
    case Node::Mode::Bypass:
        edit.name = QCoreApplication::translate("Edit", "Bypass");
        break;
    }
    edit.name += QLatin1Char(' ') + (ids.size() == 1 ? ids.first() : QCoreApplication::translate("Edit", "nodes"));
    const QSet<QString> wanted(ids.begin(), ids.end());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (!wanted.contains(graph.nodes[i].id) || graph.nodes[i].mode == mode)
            continue;
        Node after = graph.nodes[i];
        after.mode = mode;
        edit.changes.push_back(NodeChange { i, graph.nodes[i], after });
    }
    return edit;
}

QString modeId(Node::Mode mode)
{
    switch (mode) {
    case Node::Mode::Run:
        return {};
    case Node::Mode::Mute:
        return QStringLiteral("mute");
    case Node::Mode::Bypass:
        return QStringLiteral("bypass");
    }
    Q_UNREACHABLE();
}

} // namespace thalweg
