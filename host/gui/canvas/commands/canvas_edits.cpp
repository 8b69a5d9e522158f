#include "gui/canvas/commands/canvas_edits.h"

#include "graph/edit_builder.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("thalweg::CanvasEdits", text);
}

} // namespace

Selection selectionOf(const CanvasScene &scene)
{
    Selection selection;
    for (const NodeItem *node : scene.nodes())
        if (node->isSelected())
            selection.nodes += node->id();
    for (const AnnotationItem *annotation : scene.annotations())
        if (annotation->isSelected())
            selection.annotations.push_back(annotation->index());
    return selection;
}

std::vector<Link> selectedLinks(const CanvasScene &scene)
{
    std::vector<Link> selected;
    for (const Link &link : scene.graph().links)
        if (const LinkItem *item = scene.link(link); item && item->isSelected())
            selected.push_back(link);
    return selected;
}

Edit takeOut(const Graph &graph, const NodeTypes &types, const QStringList &ids)
{
    Graph without = graph;
    for (const Change &change : removeAndRejoin(graph, types, ids).changes)
        apply(without, change);
    EditBuilder builder(graph);
    for (const Link &link : graph.links)
        if (ids.contains(link.from.node) != ids.contains(link.to.node))
            builder.add(removeLink(builder.graph(), link));
    for (const Link &link : without.links)
        if (std::ranges::find(builder.graph().links, link) == builder.graph().links.end())
            builder.add(addLink(builder.graph(), link));
    return builder.edit(tr("Take out of links"));
}

Edit removeSelected(const CanvasScene &scene, bool rejoins)
{
    const Selection selection = selectionOf(scene);
    const std::vector<Link> links = selectedLinks(scene);
    EditBuilder builder(scene.graph());
    // Reroute points first: their annotations have other indices afterwards, so annotations go by what they are.
    QHash<QString, std::pair<Link, QList<std::size_t>>> points;
    for (QGraphicsItem *item : scene.selectedItems())
        if (const auto *point = qgraphicsitem_cast<RerouteItem *>(item)) {
            points[point->link().text()].first = point->link();
            points[point->link().text()].second += point->point();
        }
    for (const Link &link : links)
        builder.add(removeLink(builder.graph(), link));
    builder.add(removeAnnotations(builder.graph(), [&] {
        std::vector<qsizetype> indices;
        QJsonArray left = builder.graph().annotations;
        for (const qsizetype index : selection.annotations)
            for (qsizetype i = 0; i < left.size(); ++i)
                if (left[i] == scene.graph().annotations.at(index) && std::ranges::find(indices, i) == indices.end()) {
                    indices.push_back(i);
                    break;
                }
        return indices;
    }()));
    builder.add(rejoins ? removeAndRejoin(builder.graph(), scene.nodeTypes(), selection.nodes)
                        : removeNodes(builder.graph(), selection.nodes));
    for (auto &[link, gone] : points) {
        const qsizetype index = rerouteOf(builder.graph(), link);
        if (index < 0)
            continue;
        std::vector<QPointF> left;
        const std::vector<QPointF> all = std::get<Reroute>(annotationOf(builder.graph().annotations.at(index))).points;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!gone.contains(i))
                left.push_back(all[i]);
        builder.add(reroute(builder.graph(), link, left));
    }
    const bool isOneNode = selection.nodes.size() == 1 && links.empty() && selection.annotations.empty();
    return builder.edit(isOneNode                   ? tr("Remove node %1").arg(selection.nodes.first())
            : selection.isEmpty() && !links.empty() ? tr("Remove link")
                                                    : tr("Remove selection"));
}

const Link *linkToInsert(const CanvasScene &scene, const Node &node, const QRectF &card)
{
    const QRectF core = card.adjusted(20, 10, -20, -10);
    const Graph &graph = scene.graph();
    Graph grown; // where the node is not there yet
    const bool isThere = graph.find(node.id) != nullptr;
    if (!isThere) {
        grown = graph;
        grown.nodes.push_back(node);
    }
    for (const Link &link : graph.links) {
        const LinkItem *item = scene.link(link);
        if (item && link.from.node != node.id && link.to.node != node.id && item->curve().crosses(core)
            && fitsOnLink(isThere ? graph : grown, scene.nodeTypes(), node, link))
            return &link;
    }
    return nullptr;
}

Result<Edit> linkFirstFitting(const CanvasScene &scene, const QString &a, const QString &b)
{
    const Graph &graph = scene.graph();
    const NodeItem *left = scene.node(a), *right = scene.node(b);
    if (!left || !right)
        return Error(tr("select two nodes to link them"));
    if (left->pos().x() > right->pos().x())
        std::swap(left, right);
    QString why;
    for (const auto &[from, to] : { std::pair(left, right), std::pair(right, left) }) {
        // An input that is free comes before one whose link would have to give way.
        for (const bool mayReplace : { false, true })
            for (const PortLook &output : from->look().outputs)
                for (const PortLook &input : to->look().inputs) {
                    const Link link { { from->id(), output.name }, { to->id(), input.name } };
                    const auto refused = mayReplace ? refusalIfReplaced(graph, scene.nodeTypes(), link)
                                                    : refusal(graph, scene.nodeTypes(), link);
                    if (!refused)
                        return linkOrReplace(graph, scene.nodeTypes(), link);
                    if (why.isEmpty())
                        why = refused->text();
                }
    }
    return Error(why.isEmpty() ? tr("%1 and %2 have no ports that fit").arg(a, b) : why);
}

Node newNode(const Graph &graph, const NodeTypes &types, const QString &type)
{
    Node node;
    node.type = type;
    if (const NodeType *known = types.find(type)) {
        node.version = known->version;
        for (const Parameter &parameter : known->parameters)
            if (!parameter.exampleValue.isNull())
                node.parameters.insert(parameter.name, parameter.exampleValue);
    }
    const QString last = type.mid(type.lastIndexOf(QLatin1Char('.')) + 1);
    node.id = freeNodeId(graph, isNodeId(last) ? last : QStringLiteral("node"));
    return node;
}

} // namespace thalweg
