#include "graph/annotations.h"

#include "graph/edit_parts.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

[[noreturn]] void wrong(const QString &key, const QString &needed)
{
    throw Error(QStringLiteral("must be %1").arg(needed)).at(QStringLiteral("key \"%1\"").arg(key));
}

QString readText(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString() && !value.isUndefined())
        wrong(key, QStringLiteral("a text"));
    return value.toString();
}

QString readColour(const QJsonObject &object)
{
    const QString colour = readText(object, QStringLiteral("colour"));
    if (!colour.isEmpty() && (colour.size() != 7 || !QColor::isValidColor(colour)))
        wrong(QStringLiteral("colour"), QStringLiteral("a colour like \"#ffe9a8\""));
    return colour;
}

bool isNumbers(const QJsonValue &value, qsizetype count)
{
    const QJsonArray numbers = value.toArray();
    return numbers.size() == count && std::ranges::all_of(numbers, [](const QJsonValue &x) { return x.isDouble(); });
}

QRectF readRect(const QJsonObject &object)
{
    const QJsonValue value = object.value(QStringLiteral("rect"));
    const QJsonArray numbers = value.toArray();
    const QRectF rect(
        numbers.at(0).toDouble(), numbers.at(1).toDouble(), numbers.at(2).toDouble(), numbers.at(3).toDouble());
    if (!isNumbers(value, 4) || rect.width() < 0 || rect.height() < 0)
        wrong(QStringLiteral("rect"), QStringLiteral("left, top, width and height, like [0, 0, 200, 120]"));
    return rect;
}

Reroute readReroute(const QJsonObject &object)
{
    const std::optional<Link> link = parseLink(object.value(QStringLiteral("link")).toString());
    if (!link)
        wrong(QStringLiteral("link"), QStringLiteral("a text of the form \"node.output -> node.input\""));
    const QJsonValue points = object.value(QStringLiteral("points"));
    Reroute reroute { *link, {} };
    if (!points.isArray())
        wrong(QStringLiteral("points"), QStringLiteral("a list of places, like [[120, 40]]"));
    for (const QJsonValue &point : points.toArray()) {
        if (!isNumbers(point, 2))
            wrong(QStringLiteral("points"), QStringLiteral("a list of places, like [[120, 40]]"));
        reroute.points.push_back(pointOf(point));
    }
    return reroute;
}

QJsonArray toJson(const QRectF &rect)
{
    return { rect.x(), rect.y(), rect.width(), rect.height() };
}

void setColour(QJsonObject &object, const QString &colour)
{
    if (colour.isEmpty())
        object.remove(QStringLiteral("colour"));
    else
        object.insert(QStringLiteral("colour"), colour);
}

QString nounOf(const Annotation &annotation)
{
    if (std::holds_alternative<Note>(annotation))
        return QCoreApplication::translate("Edit", "note");
    if (std::holds_alternative<Frame>(annotation))
        return QCoreApplication::translate("Edit", "frame");
    return QCoreApplication::translate("Edit", "bend of a link");
}

Edit withAnnotations(const Graph &graph, const QString &name, const QJsonArray &annotations, const QString &key = {})
{
    Edit edit { name, {}, key };
    Details details = detailsOf(graph);
    details.annotations = annotations;
    changeDetails(edit.changes, graph, details);
    return edit;
}

} // namespace

Result<Annotation> readAnnotation(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QString kind = object.value(QStringLiteral("kind")).toString();
    try {
        if (kind == QLatin1String("note"))
            return Annotation(Note { readRect(object), readText(object, QStringLiteral("text")), readColour(object) });
        if (kind == QLatin1String("frame"))
            return Annotation(
                Frame { readRect(object), readText(object, QStringLiteral("title")), readColour(object) });
        if (kind == QLatin1String("reroute"))
            return Annotation(readReroute(object));
    } catch (const Error &error) {
        return error;
    }
    return Annotation();
}

Annotation annotationOf(const QJsonValue &json)
{
    const Result<Annotation> read = readAnnotation(json);
    return read ? *read : Annotation();
}

QJsonObject toJson(const Annotation &annotation, const QJsonObject &before)
{
    QJsonObject object = before;
    if (const auto *note = std::get_if<Note>(&annotation)) {
        object.insert(QStringLiteral("kind"), QStringLiteral("note"));
        object.insert(QStringLiteral("rect"), toJson(note->rect));
        object.insert(QStringLiteral("text"), note->text);
        setColour(object, note->colour);
    } else if (const auto *frame = std::get_if<Frame>(&annotation)) {
        object.insert(QStringLiteral("kind"), QStringLiteral("frame"));
        object.insert(QStringLiteral("rect"), toJson(frame->rect));
        object.insert(QStringLiteral("title"), frame->title);
        setColour(object, frame->colour);
    } else if (const auto *reroute = std::get_if<Reroute>(&annotation)) {
        object.insert(QStringLiteral("kind"), QStringLiteral("reroute"));
        object.insert(QStringLiteral("link"), reroute->link.text());
        QJsonArray points;
        for (const QPointF &point : reroute->points)
            points.append(toJson(point));
        object.insert(QStringLiteral("points"), points);
    }
    return object;
}

qsizetype rerouteOf(const Graph &graph, const Link &link)
{
    for (qsizetype i = 0; i < graph.annotations.size(); ++i) {
        const Annotation annotation = annotationOf(graph.annotations[i]);
        if (const auto *reroute = std::get_if<Reroute>(&annotation); reroute && reroute->link == link)
            return i;
    }
    return -1;
}

QStringList nodesWithin(const Graph &graph, const NodeSizes &sizes, const QRectF &rect)
{
    QStringList ids;
    for (const Node &node : graph.nodes)
        if (rect.contains(rectOf(graph, sizes, node.id).center()))
            ids += node.id;
    return ids;
}

Edit addAnnotation(const Graph &graph, const Annotation &annotation)
{
    QJsonArray annotations = graph.annotations;
    if (!std::holds_alternative<std::monostate>(annotation))
        annotations.append(toJson(annotation));
    return withAnnotations(graph, QCoreApplication::translate("Edit", "Add %1").arg(nounOf(annotation)), annotations);
}

Edit changeAnnotation(const Graph &graph, qsizetype index, const Annotation &annotation, const QString &gesture)
{
    QJsonArray annotations = graph.annotations;
    if (index >= 0 && index < annotations.size() && !std::holds_alternative<std::monostate>(annotation))
        annotations[index] = toJson(annotation, annotations[index].toObject());
    return withAnnotations(graph, QCoreApplication::translate("Edit", "Change %1").arg(nounOf(annotation)), annotations,
        gesture.isEmpty() ? QString() : QStringLiteral("annotation %1 %2").arg(index).arg(gesture));
}

Edit removeAnnotations(const Graph &graph, const std::vector<qsizetype> &indices)
{
    QJsonArray annotations;
    for (qsizetype i = 0; i < graph.annotations.size(); ++i)
        if (std::ranges::find(indices, i) == indices.end())
            annotations.append(graph.annotations[i]);
    const bool isOne = graph.annotations.size() - annotations.size() == 1 && indices.size() == 1;
    return withAnnotations(graph,
        isOne ? QCoreApplication::translate("Edit", "Remove %1")
                    .arg(nounOf(annotationOf(graph.annotations[indices.front()])))
              : QCoreApplication::translate("Edit", "Remove notes and frames"),
        annotations);
}

Edit reroute(const Graph &graph, const Link &link, const std::vector<QPointF> &points, const QString &gesture)
{
    const qsizetype index = rerouteOf(graph, link);
    if (points.empty())
        return removeAnnotations(graph, { index });
    if (index < 0)
        return addAnnotation(graph, Reroute { link, points });
    return changeAnnotation(graph, index, Reroute { link, points }, gesture);
}

Edit frameAround(const Graph &graph, const QStringList &ids, const NodeSizes &sizes, const QString &title)
{
    std::vector<QRectF> rects;
    for (const QString &id : ids)
        if (graph.find(id))
            rects.push_back(rectOf(graph, sizes, id));
    return addAnnotation(graph, Frame { around(rects).marginsAdded(frameMargins), title, {} });
}

} // namespace thalweg
