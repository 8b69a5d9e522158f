#include "graph/arrange.h"
#include "graph/edit_parts.h"
#include "graph/layered_layout.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace thalweg {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// What takes part: a node, a note, or a frame with what lies in it.
struct Item {
    QString node; ///< empty: an annotation
    qsizetype annotation = -1;
    bool isFrame = false;
    QRectF rect; ///< where it is; becomes where it is to be
    std::size_t parent = none; ///< the innermost frame that it lies in
};

qreal area(const QRectF &rect)
{
    return rect.width() * rect.height();
}

/// Whether `frame` holds `item`; of two frames the larger one holds the other.
bool holds(const std::vector<Item> &items, std::size_t frame, std::size_t item)
{
    if (!items[frame].isFrame || frame == item || !items[frame].rect.contains(items[item].rect.center()))
        return false;
    return !items[item].isFrame || std::pair(area(items[frame].rect), frame) > std::pair(area(items[item].rect), item);
}

/// The items of a graph, each with its parent. Of a part of the nodes, those frames take part whose nodes all do.
std::vector<Item> itemsOf(const Graph &graph, const NodeSizes &sizes, const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    std::vector<Item> items;
    for (const Node &node : graph.nodes)
        if (ids.isEmpty() || wanted.contains(node.id))
            items.push_back({ .node = node.id, .rect = rectOf(graph, sizes, node.id) });
    std::vector<QRectF> framesTaken;
    for (const bool takesNotes : { false, true }) {
        for (qsizetype i = 0; i < graph.annotations.size(); ++i) {
            const Annotation annotation = annotationOf(graph.annotations[i]);
            const auto *note = std::get_if<Note>(&annotation);
            const auto *frame = std::get_if<Frame>(&annotation);
            if (frame && !takesNotes) {
                const QStringList within = nodesWithin(graph, sizes, frame->rect);
                const bool isWhole = !within.isEmpty()
                    && std::ranges::all_of(within, [&](const QString &id) { return wanted.contains(id); });
                if (!ids.isEmpty() && !isWhole)
                    continue;
                items.push_back({ .node = {}, .annotation = i, .isFrame = true, .rect = frame->rect });
                framesTaken.push_back(frame->rect);
            } else if (note && takesNotes) {
                const auto holdsNote = [&](const QRectF &rect) { return rect.contains(note->rect.center()); };
                if (ids.isEmpty() || std::ranges::any_of(framesTaken, holdsNote))
                    items.push_back({ .node = {}, .annotation = i, .isFrame = false, .rect = note->rect });
            }
        }
    }
    std::vector<std::size_t> frames;
    for (std::size_t item = 0; item < items.size(); ++item)
        if (items[item].isFrame)
            frames.push_back(item);
    for (std::size_t item = 0; item < items.size(); ++item)
        for (const std::size_t frame : frames)
            if (holds(items, frame, item) && (items[item].parent == none || holds(items, items[item].parent, frame)))
                items[item].parent = frame;
    return items;
}

/// An item and the frames around it, from the outermost on.
std::vector<std::size_t> chain(const std::vector<Item> &items, std::size_t item)
{
    std::vector<std::size_t> chain;
    for (; item != none; item = items[item].parent)
        chain.insert(chain.begin(), item);
    return chain;
}

/// The links as edges between items that lie in the same frame (by frame; the last: in none).
std::vector<std::vector<std::pair<std::size_t, std::size_t>>> edgesByFrame(
    const Graph &graph, const std::vector<Item> &items)
{
    QHash<QString, std::size_t> itemOf;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!items[i].node.isEmpty())
            itemOf.insert(items[i].node, i);
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> edges(items.size() + 1);
    for (const Link &link : graph.links) {
        const auto from = itemOf.find(link.from.node);
        const auto to = itemOf.find(link.to.node);
        if (from == itemOf.end() || to == itemOf.end() || *from == *to)
            continue;
        const std::vector<std::size_t> a = chain(items, *from);
        const std::vector<std::size_t> b = chain(items, *to);
        std::size_t depth = 0;
        while (a[depth] == b[depth])
            ++depth;
        edges[depth == 0 ? items.size() : a[depth - 1]].emplace_back(a[depth], b[depth]);
    }
    return edges;
}

/// Lays out what lies in a frame, from (0, 0) on; gives the size that it takes.
QSizeF layOut(std::vector<Item> &items, const std::vector<std::size_t> &members,
    const std::vector<std::pair<std::size_t, std::size_t>> &links)
{
    std::vector<std::uint32_t> placeIn(items.size());
    std::vector<QSizeF> sizes;
    std::vector<QPointF> now;
    for (const std::size_t member : members) {
        placeIn[member] = static_cast<std::uint32_t>(sizes.size());
        sizes.push_back(items[member].rect.size());
        now.push_back(items[member].rect.topLeft());
    }
    std::vector<Edge> edges;
    for (const auto &[from, to] : links)
        edges.push_back({ placeIn[from], placeIn[to] });
    const std::vector<QPointF> places = layeredLayout(sizes, edges, now);
    QSizeF size(0, 0);
    for (std::size_t i = 0; i < members.size(); ++i) {
        items[members[i]].rect.moveTopLeft(places[i]);
        size = size.expandedTo({ items[members[i]].rect.right(), items[members[i]].rect.bottom() });
    }
    return size;
}

/// Gives each item its new rectangle.
void layOutAll(std::vector<Item> &items, const Graph &graph)
{
    const auto edges = edgesByFrame(graph, items);
    std::vector<std::vector<std::size_t>> members(items.size() + 1);
    std::vector<QRectF> outermost;
    for (std::size_t i = 0; i < items.size(); ++i) {
        members[std::min(items[i].parent, items.size())].push_back(i);
        if (items[i].parent == none)
            outermost.push_back(items[i].rect);
    }
    const QPointF corner = around(outermost).topLeft();

    std::vector<std::size_t> frames; // the inner ones before those around them
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].isFrame && !members[i].empty())
            frames.push_back(i);
    std::vector<std::size_t> depth(items.size());
    for (const std::size_t frame : frames)
        depth[frame] = chain(items, frame).size();
    std::ranges::stable_sort(frames, [&](std::size_t a, std::size_t b) { return depth[a] > depth[b]; });
    for (const std::size_t frame : frames) {
        const QSizeF inner = layOut(items, members[frame], edges[frame]);
        items[frame].rect.setSize(QRectF({}, inner).marginsAdded(frameMargins).size());
    }
    layOut(items, members[items.size()], edges[items.size()]);

    for (const std::size_t item : members[items.size()])
        items[item].rect.translate(corner);
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame)
        for (const std::size_t item : members[*frame])
            items[item].rect.translate(items[*frame].rect.topLeft() + QPointF(frameMargins.left(), frameMargins.top()));
}

/// Lets frames that take no part grow around those of their nodes that were moved.
void growFrames(Details &details, const Graph &graph, const NodeSizes &sizes, const std::vector<Item> &items)
{
    QHash<QString, QRectF> moved;
    QSet<qsizetype> done;
    for (const Item &item : items) {
        if (item.node.isEmpty())
            done.insert(item.annotation);
        else
            moved.insert(item.node, item.rect);
    }
    for (qsizetype i = 0; i < details.annotations.size(); ++i) {
        const Annotation annotation = annotationOf(details.annotations[i]);
        const auto *frame = std::get_if<Frame>(&annotation);
        if (!frame || done.contains(i))
            continue;
        std::vector<QRectF> rects { frame->rect };
        for (const QString &id : nodesWithin(graph, sizes, frame->rect))
            if (moved.contains(id))
                rects.push_back(moved[id].marginsAdded(frameMargins));
        const Frame grown { around(rects), frame->title, frame->colour };
        if (!(grown == *frame))
            details.annotations[i] = toJson(grown, details.annotations[i].toObject());
    }
}

} // namespace

Edit tidy(const Graph &graph, const NodeSizes &sizes, const QStringList &ids)
{
    std::vector<Item> items = itemsOf(graph, sizes, ids);
    if (items.empty())
        return { QCoreApplication::translate("Edit", "Tidy up"), {}, {} };
    layOutAll(items, graph);

    Details details = detailsOf(graph);
    QSet<QString> moved;
    for (const Item &item : items) {
        if (!item.node.isEmpty()) {
            moved.insert(item.node);
            details.layout.insert(item.node, toJson(item.rect.topLeft()));
            continue;
        }
        const QJsonObject before = details.annotations[item.annotation].toObject();
        const Annotation old = annotationOf(before);
        Annotation annotation = old;
        if (auto *frame = std::get_if<Frame>(&annotation))
            frame->rect = item.rect;
        else
            std::get<Note>(annotation).rect = item.rect;
        if (!(annotation == old))
            details.annotations[item.annotation] = toJson(annotation, before);
    }
    growFrames(details, graph, sizes, items);
    details.annotations = withRerouted(details.annotations, [&](const Link &link) {
        return moved.contains(link.from.node) && moved.contains(link.to.node) ? std::nullopt : std::optional(link);
    });
    Edit edit { QCoreApplication::translate("Edit", "Tidy up"), {}, {} };
    changeDetails(edit.changes, graph, details);
    return edit;
}

} // namespace thalweg
