#include "gui/figures/start_edit.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace thalweg {

namespace {

const QString startName = QStringLiteral("start");

/// The whole start by name, as far as it can be known.
QJsonObject asItWas(const QJsonValue &start, const QJsonObject &known, const QJsonObject &picked)
{
    if (start.isObject())
        return start.toObject();
    const bool isZeros = start.isString() && start.toString() != QLatin1String("random");
    const bool isNamedWhole = start.isArray() && start.toArray().size() <= picked.size();
    if (isZeros || isNamedWhole || start.isDouble())
        return {};
    return known;
}

} // namespace

QJsonObject startOf(const Table &descent)
{
    constexpr std::size_t first = 6; // iteration, epoch, cost, gradient_norm, rate, seconds
    QJsonObject start;
    for (std::size_t i = first; i < descent.columns().size(); ++i) {
        const Column &column = descent.columns()[i];
        if (const NumberCells *numbers = column.numbers(); numbers && !numbers->empty())
            start.insert(column.name, numbers->front());
    }
    return start;
}

QStringList descentsBefore(const Graph &graph, const NodeTypes &types, const QString &node)
{
    QSet<QString> seen { node };
    QStringList open { node };
    while (!open.isEmpty()) {
        const QString at = open.takeLast();
        for (const Link &link : graph.links) {
            if (link.to.node != at || seen.contains(link.from.node))
                continue;
            seen.insert(link.from.node);
            open += link.from.node;
        }
    }
    QStringList found;
    for (const Node &one : graph.nodes) {
        const NodeType *type = seen.contains(one.id) ? types.find(one.type) : nullptr;
        const Parameter *start = type ? type->parameter(startName) : nullptr;
        if (start && start->kind == Parameter::Kind::Point)
            found += one.id;
    }
    return found;
}

Edit moveStart(const Graph &graph, const NodeTypes &types, const QString &figureNode, const QJsonObject &picked,
    const KnownStarts &known, const QString &mergeKey)
{
    Edit edit {
        .name = QCoreApplication::translate("thalweg::moveStart", "Move start"), .changes = {}, .mergeKey = mergeKey
    };
    for (const QString &id : descentsBefore(graph, types, figureNode)) {
        const Node &node = *graph.find(id);
        const bool isDriven = std::ranges::any_of(graph.links, [&](const Link &link) {
            return link.to == End { id, startName };
        });
        if (isDriven)
            continue;
        const QJsonValue given = node.parameters.contains(startName)
            ? node.parameters[startName]
            : types.find(node.type)->parameter(startName)->defaultValue;
        QJsonObject start = asItWas(given, known.value(id), picked);
        for (auto number = picked.begin(); number != picked.end(); ++number)
            start.insert(number.key(), number.value());
        if (const Result<Edit> one = setParameter(graph, id, startName, start))
            edit.changes.insert(edit.changes.end(), one->changes.begin(), one->changes.end());
    }
    return edit;
}

} // namespace thalweg
