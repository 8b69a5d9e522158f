#include "graph/edit_parts.h"

#include <algorithm>

namespace thalweg {

std::size_t indexOf(const Graph &graph, const QString &id)
{
    return static_cast<std::size_t>(graph.find(id) - graph.nodes.data());
}

QJsonArray toJson(const QPointF &place)
{
    return { place.x(), place.y() };
}

QPointF pointOf(const QJsonValue &json)
{
    const QJsonArray numbers = json.toArray();
    return { numbers.at(0).toDouble(), numbers.at(1).toDouble() };
}

QPointF placeOf(const Graph &graph, const QString &id)
{
    return pointOf(graph.layout.value(id));
}

QJsonValue moved(const QJsonValue &json, const QPointF &offset)
{
    Annotation annotation = annotationOf(json);
    if (std::holds_alternative<std::monostate>(annotation) || offset.isNull())
        return json;
    if (auto *note = std::get_if<Note>(&annotation))
        note->rect.translate(offset);
    else if (auto *frame = std::get_if<Frame>(&annotation))
        frame->rect.translate(offset);
    else
        for (QPointF &point : std::get<Reroute>(annotation).points)
            point += offset;
    return toJson(annotation, json.toObject());
}

QRectF around(const std::vector<QRectF> &rects)
{
    if (rects.empty())
        return {};
    QPointF least = rects.front().topLeft();
    QPointF most = rects.front().bottomRight();
    for (const QRectF &rect : rects) {
        least = { std::min(least.x(), rect.left()), std::min(least.y(), rect.top()) };
        most = { std::max(most.x(), rect.right()), std::max(most.y(), rect.bottom()) };
    }
    return { least, most };
}

void changeDetails(std::vector<Change> &changes, const Graph &graph, const Details &after)
{
    const Details before = detailsOf(graph);
    if (!(after == before))
        changes.push_back(DetailsChange { before, after });
}

QJsonArray withRerouted(const QJsonArray &annotations, const std::function<std::optional<Link>(const Link &)> &changed)
{
    QJsonArray kept;
    for (const QJsonValue &json : annotations) {
        const Annotation annotation = annotationOf(json);
        const auto *reroute = std::get_if<Reroute>(&annotation);
        const std::optional<Link> link = reroute ? changed(reroute->link) : std::nullopt;
        if (!reroute || link == reroute->link)
            kept.append(json);
        else if (link)
            kept.append(toJson(Reroute { *link, reroute->points }, json.toObject()));
    }
    return kept;
}

QJsonArray withoutReroutesOf(const QJsonArray &annotations, const std::vector<Link> &links)
{
    return withRerouted(annotations, [&](const Link &link) {
        return std::ranges::find(links, link) == links.end() ? std::optional(link) : std::nullopt;
    });
}

} // namespace thalweg
