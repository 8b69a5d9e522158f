#include "gui/parameters/panel_edits.h"

#include "graph/link_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace thalweg {

Result<Edit> setParameterOfAll(
    const Graph &graph, const QStringList &nodes, const QString &parameter, const QJsonValue &value, int gesture)
{
    Edit all;
    for (const QString &node : nodes) {
        const Result<Edit> one = setParameter(graph, node, parameter, value);
        if (!one)
            return one.error();
        all.name = one->name;
        all.changes.insert(all.changes.end(), one->changes.begin(), one->changes.end());
    }
    if (nodes.size() > 1)
        all.name
            = QCoreApplication::translate("PanelEdits", "Set %1 of %n nodes", nullptr, static_cast<int>(nodes.size()))
                  .arg(parameter);
    all.mergeKey = QStringLiteral("parameter %1.%2 %3").arg(nodes.join(QLatin1Char(' ')), parameter).arg(gesture);
    return all;
}

namespace {

/// Numbers around a value that are worth a sweep.
QJsonObject rangeAround(const Parameter &parameter, double value)
{
    double from = value - 1;
    double to = value + 1;
    const bool isLogarithmic = parameter.sliderHint && parameter.sliderHint->isLogarithmic && value > 0;
    if (isLogarithmic) {
        from = value / 10;
        to = value * 10;
    } else if (parameter.sliderHint) {
        from = parameter.sliderHint->from;
        to = parameter.sliderHint->to;
    } else if (value != 0) {
        from = value - std::abs(value) / 2;
        to = value + std::abs(value) / 2;
    }
    if (parameter.kind == Parameter::Kind::Integer) {
        from = std::floor(from);
        to = std::ceil(to);
    }
    if (!parameter.check(from))
        from = value;
    if (!parameter.check(to))
        to = value;
    QJsonObject range { { QStringLiteral("from"), from }, { QStringLiteral("to"), to } };
    if (isLogarithmic)
        range.insert(QStringLiteral("spacing"), QStringLiteral("log"));
    if (parameter.kind == Parameter::Kind::Integer) // only whole steps are whole numbers
        range = { { QStringLiteral("values"),
            QJsonArray { from, std::floor((3 * from + to) / 4), std::floor((from + to) / 2),
                std::floor((from + 3 * to) / 4), to } } };
    return range;
}

} // namespace

Result<Edit> driveWithNewRange(
    const Graph &graph, const NodeTypes &types, const QString &node, const QString &parameter)
{
    const Node *driven = graph.find(node);
    const NodeType *type = driven ? types.find(driven->type) : nullptr;
    const Parameter *described = type ? type->parameter(parameter) : nullptr;
    const NodeType *range = types.find(QStringLiteral("sources.range"));
    if (!described || !range)
        return Error(QCoreApplication::translate("PanelEdits", "there is no parameter %1 or no node type sources.range")
                         .arg(parameter));
    const double value = driven->parameters.value(parameter).toDouble(described->defaultValue.toDouble());

    Node source;
    source.id = freeNodeId(graph, parameter.endsWith(QLatin1Char('s')) ? parameter : parameter + QLatin1Char('s'));
    source.type = range->id;
    source.version = range->version;
    source.parameters = rangeAround(*described, value);
    const QJsonArray place = graph.layout.value(node).toArray();
    const Result<Edit> added = addNode(graph, source, { place.at(0).toDouble() - 240, place.at(1).toDouble() + 120 });
    if (!added)
        return added.error();

    Graph grown = graph;
    for (const Change &change : added->changes)
        apply(grown, change);
    const Link link { { source.id, QStringLiteral("values") }, { node, parameter } };
    if (const auto refused = refusal(grown, types, link))
        return Error(refused->message);
    Edit edit { QCoreApplication::translate("PanelEdits", "Drive %1 of %2 with a range").arg(parameter, node),
        added->changes, {} };
    const Edit linked = addLink(grown, link);
    edit.changes.insert(edit.changes.end(), linked.changes.begin(), linked.changes.end());
    return edit;
}

} // namespace thalweg
