#include "gui/window/known_starts.h"

#include <QJsonArray>

namespace thalweg {

KnownStarts knownStarts(const Graph &graph, const RunBoard &board)
{
    KnownStarts starts;
    for (const Link &link : graph.links) {
        const Node *node = graph.find(link.to.node);
        if (!node || link.to.port != QLatin1String("objective"))
            continue;
        const QJsonArray numbers = node->parameters.value(QStringLiteral("start")).toArray();
        const QJsonArray names = board.status(link.from.node)
                                     .outputs.value(link.from.port)
                                     .summary.value(QStringLiteral("parameters"))
                                     .toArray();
        for (qsizetype i = 0; i < std::min(numbers.size(), names.size()); ++i)
            starts[node->id].insert(names[i].toString(), numbers[i]);
    }
    return starts;
}

} // namespace thalweg
