#pragma once

#include "graph/graph.h"

namespace thalweg::test {

/// A graph from nodes `id: type` with parameters, and links as the file has them.
inline Graph graph(
    std::initializer_list<std::tuple<const char *, const char *, QJsonObject>> nodes, const QStringList &links)
{
    Graph graph;
    for (const auto &[id, type, parameters] : nodes)
        graph.nodes.push_back({ .id = QString::fromUtf8(id),
            .type = QString::fromUtf8(type),
            .version = 1,
            .parameters = parameters,
            .extra = {} });
    for (const QString &link : links)
        graph.links.push_back(*parseLink(link));
    return graph;
}

} // namespace thalweg::test
