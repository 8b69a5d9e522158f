#include "gui/parameters/incoming_names.h"

#include <algorithm>

namespace thalweg {

QStringList IncomingNames::list() const
{
    QStringList list;
    for (const Name &name : names)
        list += name.name;
    return list;
}

bool IncomingNames::contains(const QString &name) const
{
    return std::ranges::count(names, name, &Name::name) > 0;
}

std::vector<IncomingNames::Name> namesIn(const QJsonObject &summary)
{
    if (const QJsonArray items = summary.value(QStringLiteral("items")).toArray(); !items.isEmpty())
        return namesIn(items[0].toObject());
    std::vector<IncomingNames::Name> names;
    for (const QJsonValue column : summary.value(QStringLiteral("columns")).toArray())
        names.push_back({ column[QStringLiteral("name")].toString(), column[QStringLiteral("kind")].toString() });
    for (const QJsonValue feature : summary.value(QStringLiteral("features")).toArray())
        names.push_back({ feature.toString(), {} });
    if (const QString target = summary.value(QStringLiteral("target")).toString();
        !target.isEmpty() && summary.contains(QStringLiteral("features")))
        names.push_back({ target, {} });
    const QJsonValue parameters = summary.value(QStringLiteral("parameters")); // a list, or names with numbers
    for (const QJsonValue parameter : parameters.toArray())
        names.push_back({ parameter.toString(), {} });
    for (const QString &parameter : parameters.toObject().keys())
        names.push_back({ parameter, {} });
    return names;
}

IncomingNames incomingNames(const Graph &graph, const QString &node, const QString &input, const LastOutput &lastOutput)
{
    IncomingNames incoming;
    const auto link = std::ranges::find(graph.links, End { node, input }, &Link::to);
    if (link == graph.links.end())
        return incoming;
    incoming.source = link->from;
    const QJsonObject summary = lastOutput ? lastOutput(link->from).summary : QJsonObject();
    incoming.areKnown = !summary.isEmpty();
    incoming.names = namesIn(summary);
    return incoming;
}

} // namespace thalweg
