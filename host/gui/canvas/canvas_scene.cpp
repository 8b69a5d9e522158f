#include "gui/canvas/canvas_scene.h"

#include "graph/link_rules.h"
#include "graph/modes.h"
#include "gui/canvas/geometry/homes.h"
#include "gui/canvas/items/mirror_annotations.h"

#include <algorithm>

namespace thalweg {

CanvasScene::CanvasScene(const Document &document, const RunBoard *runs, const Theme &theme, QObject *parent)
    : QGraphicsScene(parent), document_(document), runs_(runs), style_(std::make_shared<CanvasStyle>(theme))
{
    connect(&document, &Document::changed, this, &CanvasScene::take);
    // The stack says when an edit with all its changes is done; a change that did not come from it is seen a turn of
    // the event loop later.
    connect(&const_cast<Document &>(document).undoStack(), &QUndoStack::indexChanged, this, &CanvasScene::mirror);
    if (runs)
        connect(runs, &RunBoard::changed, this, &CanvasScene::takeStatus);
    turning_.setInterval(80);
    connect(&turning_, &QTimer::timeout, this, &CanvasScene::turnWheels);
    mirror();
}

CanvasScene::~CanvasScene()
{
    // Items are deselected as they go; nobody is to hear of it any more.
    blockSignals(true);
}

void CanvasScene::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    isStale_ = mustLookAgain_ = true;
    mirror();
}

void CanvasScene::setTheme(const Theme &theme)
{
    style_ = std::make_shared<CanvasStyle>(theme);
    isStale_ = mustLookAgain_ = true;
    mirror();
    update();
}

std::vector<NodeItem *> CanvasScene::nodes() const
{
    std::vector<NodeItem *> items;
    items.reserve(graph().nodes.size());
    for (const Node &node : graph().nodes)
        if (NodeItem *item = nodes_.value(node.id))
            items.push_back(item);
    return items;
}

std::vector<LinkItem *> CanvasScene::links() const
{
    return { links_.begin(), links_.end() };
}

NodeSizes CanvasScene::sizes() const
{
    NodeSizes sizes;
    for (const NodeItem *item : nodes_)
        sizes.insert(item->id(), item->shapeOfNode().card.size());
    return sizes;
}

Graph CanvasScene::placedGraph() const
{
    Graph placed = graph();
    for (auto it = ownPlaces_.begin(); it != ownPlaces_.end(); ++it)
        if (!placed.layout.contains(it.key()))
            placed.layout.insert(it.key(), QJsonArray { it.value().x(), it.value().y() });
    return placed;
}

Edit CanvasScene::onPlaced(const std::function<Edit(const Graph &)> &make) const
{
    const Graph placed = placedGraph();
    Edit edit = make(placed);
    if (!edit.changes.empty() && placed.layout != graph().layout)
        edit.changes.insert(edit.changes.begin(), DetailsChange { detailsOf(graph()), detailsOf(placed) });
    return edit;
}

QRectF CanvasScene::contentBounds() const
{
    QRectF bounds;
    for (const NodeItem *item : nodes_)
        bounds |= item->card();
    for (const AnnotationItem *item : annotations_)
        bounds |= item->rect();
    for (const RerouteItem *item : reroutes_)
        bounds |= QRectF(item->pos() - QPointF(8, 8), QSizeF(16, 16));
    return bounds;
}

void CanvasScene::take(const Change &change)
{
    if (!isStale_)
        QMetaObject::invokeMethod(this, &CanvasScene::mirror, Qt::QueuedConnection);
    isStale_ = true;
    // A node under a new id is the same item, and stays selected.
    const auto *node = std::get_if<NodeChange>(&change);
    if (!node || !node->before || !node->after || node->before->id == node->after->id)
        return;
    if (NodeItem *item = nodes_.take(node->before->id)) {
        nodes_.insert(node->after->id, item);
        shown_.remove(node->before->id);
        if (ownPlaces_.contains(node->before->id))
            ownPlaces_.insert(node->after->id, ownPlaces_.take(node->before->id));
    }
}

void CanvasScene::mirror()
{
    if (!isStale_)
        return;
    isStale_ = false;
    mirrorNodes();
    placeNodes();
    mirrorAnnotations(*this, annotations_, graph().annotations, style_);
    mirrorReroutes();
    mirrorLinks();
    mustLookAgain_ = false;
    Q_EMIT mirrored();
}

void CanvasScene::mirrorNodes()
{
    QHash<QString, std::vector<const Link *>> links;
    for (const Link &link : graph().links) {
        links[link.from.node].push_back(&link);
        if (link.to.node != link.from.node)
            links[link.to.node].push_back(&link);
    }
    const QHash<QString, QString> inactive = activeGraph(graph(), types_).inactive;
    bool changed = mustLookAgain_;
    QSet<QString> there;
    for (const Node &node : graph().nodes) {
        there.insert(node.id);
        const std::vector<const Link *> &ends = links[node.id];
        ShownNode now { node, {}, inactive.value(node.id) };
        for (const Link *link : ends)
            now.ends += link->text();
        NodeItem *&item = nodes_[node.id];
        const bool isNew = !item;
        if (isNew)
            item = new NodeItem;
        if (ShownNode &shown = shown_[node.id]; isNew || mustLookAgain_ || !(shown == now)) {
            NodeLook look = nodeLook(node, types_.find(node.type), ends);
            look.inactive = now.inactive;
            if (runs_)
                look.status = runs_->status(node.id);
            item->setLook(std::move(look), style_);
            noteWheel(*item);
            shown = std::move(now);
            changed = true;
        }
        if (isNew)
            addItem(item);
    }
    for (const QString &id : nodes_.keys())
        if (!there.contains(id)) {
            delete nodes_.take(id);
            shown_.remove(id);
            ownPlaces_.remove(id);
            wheels_.remove(id);
            changed = true;
        }
    if (changed)
        findProblems();
}

void CanvasScene::placeNodes()
{
    ownPlaces_.insert(placesForHomeless(placedGraph(), sizes()));
    for (NodeItem *item : nodes_) {
        const QJsonArray place = graph().layout.value(item->id()).toArray();
        item->setPos(
            place.size() == 2 ? QPointF(place[0].toDouble(), place[1].toDouble()) : ownPlaces_.value(item->id()));
    }
}

void CanvasScene::mirrorReroutes()
{
    via_.clear();
    std::vector<RerouteItem *> old = std::exchange(reroutes_, {});
    for (const QJsonValue &json : graph().annotations) {
        const Annotation annotation = annotationOf(json);
        const auto *reroute = std::get_if<Reroute>(&annotation);
        if (!reroute || std::ranges::find(graph().links, reroute->link) == graph().links.end())
            continue;
        via_[reroute->link.text()] = reroute->points;
        const QString colour = lookOf(reroute->link).colour;
        for (std::size_t point = 0; point < reroute->points.size(); ++point) {
            const auto same = std::ranges::find_if(
                old, [&](const RerouteItem *item) { return item->link() == reroute->link && item->point() == point; });
            RerouteItem *item = same == old.end() ? new RerouteItem(reroute->link, point) : *same;
            item->setColour(colour, style_);
            item->setPos(reroute->points[point]);
            if (same == old.end())
                addItem(item);
            else
                old.erase(same);
            reroutes_.push_back(item);
        }
    }
    qDeleteAll(old);
}

void CanvasScene::mirrorLinks()
{
    linksOf_.clear();
    QSet<QString> there;
    for (const Link &link : graph().links) {
        // A link without its node is told of by the check of the workflow, but there is nothing to draw it to.
        if (!nodes_.contains(link.from.node) || !nodes_.contains(link.to.node))
            continue;
        const QString text = link.text();
        if (there.contains(text))
            continue;
        there.insert(text);
        LinkItem *&item = links_[text];
        const bool isNew = !item;
        if (isNew)
            item = new LinkItem(link);
        item->setLook(lookOf(link), style_);
        layLink(*item);
        if (isNew)
            addItem(item);
        linksOf_[link.from.node].push_back(item);
        if (link.to.node != link.from.node)
            linksOf_[link.to.node].push_back(item);
    }
    for (const QString &text : links_.keys())
        if (!there.contains(text))
            delete links_.take(text);
}

void CanvasScene::findProblems()
{
    problems_.clear();
    for (const Refusal &refusal : refusals(graph(), types_))
        problems_.insert(refusal.link.text(), refusal.message);
}

LinkLook CanvasScene::lookOf(const Link &link) const
{
    LinkLook look { .colour = {}, .problem = problems_.value(link.text()) };
    const NodeItem *from = nodes_.value(link.from.node);
    const NodeItem *to = nodes_.value(link.to.node);
    if (!from || !to)
        return look;
    const auto port = std::ranges::find(from->look().outputs, link.from.port, &PortLook::name);
    if (port != from->look().outputs.end())
        look.colour = port->colour;
    const auto output = from->look().status.outputs.find(link.from.port);
    look.carriesList = output != from->look().status.outputs.end()
        && output->summary.value(QLatin1String("type")).toString() == QLatin1String("list");
    look.isDimmed = isDimmed(from->look()) || isDimmed(to->look());
    return look;
}

void CanvasScene::layLink(LinkItem &item)
{
    const Link &link = item.link();
    const QPointF from = nodes_[link.from.node]->portPosition(Side::Output, link.from.port);
    const QPointF to = nodes_[link.to.node]->portPosition(Side::Input, link.to.port);
    const auto via = via_.find(link.text());
    static const std::vector<QPointF> none;
    const std::vector<QPointF> &between = via == via_.end() ? none : *via;
    const std::vector<QPointF> &now = item.curve().points();
    if (now.size() == between.size() + 2 && now.front() == from && now.back() == to
        && std::equal(between.begin(), between.end(), now.begin() + 1))
        return;
    item.setCurve(LinkCurve(from, to, between));
}

void CanvasScene::showMoved(const Selection &selection, const QPointF &offset)
{
    const Graph placed = placedGraph();
    QSet<LinkItem *> links;
    for (const QString &id : selection.nodes)
        if (NodeItem *item = nodes_.value(id)) {
            item->setPos(rectOf(placed, {}, id).topLeft() + offset);
            for (LinkItem *link : linksOf_.value(id))
                links.insert(link);
        }
    for (const qsizetype index : selection.annotations) {
        const Annotation annotation = annotationOf(graph().annotations.at(index));
        if (const auto *reroute = std::get_if<Reroute>(&annotation)) {
            std::vector<QPointF> points = reroute->points;
            for (QPointF &point : points)
                point += offset;
            via_[reroute->link.text()] = points;
            for (RerouteItem *item : reroutes_)
                if (item->link() == reroute->link && item->point() < points.size())
                    item->setPos(points[item->point()]);
            if (LinkItem *link = links_.value(reroute->link.text()))
                links.insert(link);
            continue;
        }
        const auto item = std::ranges::find(annotations_, index, &AnnotationItem::index);
        if (item == annotations_.end())
            continue;
        if (const auto *note = std::get_if<Note>(&annotation))
            (*item)->showAt(note->rect.translated(offset));
        else if (const auto *frame = std::get_if<Frame>(&annotation))
            (*item)->showAt(frame->rect.translated(offset));
    }
    for (LinkItem *link : links)
        layLink(*link);
}

void CanvasScene::showReroute(const Link &link, std::size_t point, const QPointF &place)
{
    std::vector<QPointF> &points = via_[link.text()];
    LinkItem *item = links_.value(link.text());
    if (!item || point >= points.size())
        return;
    points[point] = place;
    for (RerouteItem *reroute : reroutes_)
        if (reroute->link() == link && reroute->point() == point)
            reroute->setPos(place);
    layLink(*item);
}

void CanvasScene::takeStatus(const QString &node)
{
    NodeItem *item = nodes_.value(node);
    if (!item)
        return;
    const NodeStatus::State before = item->look().status.state;
    item->setStatus(runs_->status(node));
    noteWheel(*item);
    for (LinkItem *link : linksOf_.value(node)) {
        LinkLook look = lookOf(link->link());
        if (look.carriesList != link->look().carriesList)
            link->setLook(std::move(look), style_);
    }
    if (before != item->look().status.state)
        Q_EMIT stateChanged(node);
}

void CanvasScene::noteWheel(const NodeItem &item)
{
    const NodeStatus &status = item.look().status;
    if (status.state == NodeStatus::State::Running && !(status.progress > 0))
        wheels_.insert(item.id());
    else
        wheels_.remove(item.id());
    if (wheels_.isEmpty())
        turning_.stop();
    else if (!turning_.isActive())
        turning_.start();
}

void CanvasScene::turnWheels()
{
    for (const QString &id : wheels_)
        if (NodeItem *item = nodes_.value(id))
            item->turn();
}

} // namespace thalweg
