#include "cli/run_request.h"

#include "engine/save_value.h"
#include "graph/modes.h"

#include <QJsonDocument>

namespace thalweg {

namespace {

/// `NODE.NAME=VALUE` taken apart.
struct Assignment {
    QString node;
    QString name;
    QString value;
};

Result<Assignment> readAssignment(const QString &text, const QString &form)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    if (equals < 0 || dot <= 0 || dot + 1 >= equals || equals + 1 > text.size())
        return Error(QStringLiteral("\"%1\" must be of the form %2").arg(text, form));
    return Assignment { text.left(dot), text.mid(dot + 1, equals - dot - 1), text.mid(equals + 1) };
}

/// JSON, or else the text itself. What a parameter takes as a text is not taken for a number: `--set note.text=5`.
QJsonValue readValue(const QString &text, const Parameter &parameter)
{
    const QJsonArray list = QJsonDocument::fromJson(QByteArray("[") + text.toUtf8() + ']').array();
    const QJsonValue json = list.size() == 1 ? list[0] : QJsonValue(text);
    const bool textFits = parameter.check(text).ok();
    return textFits && !parameter.check(json) ? QJsonValue(text) : json;
}

Result<const Node *> findNode(const Graph &graph, const QString &id)
{
    if (const Node *node = graph.find(id))
        return node;
    QStringList ids;
    for (const Node &node : graph.nodes)
        ids += node.id;
    return Error(QStringLiteral("there is no node \"%1\"%2").arg(id, suggestion(id, ids)));
}

Result<void> set(Graph &graph, const QString &text, const NodeTypes &types)
{
    const Result<Assignment> assignment = readAssignment(text, QStringLiteral("NODE.PARAMETER=VALUE"));
    if (!assignment)
        return assignment.error();
    const Result<const Node *> node = findNode(graph, assignment->node);
    if (!node)
        return node.error();
    const NodeType *type = types.find((*node)->type);
    if (!type)
        return Error(QStringLiteral("the node type \"%1\" is not known").arg((*node)->type))
            .at(QStringLiteral("node %1").arg(assignment->node));
    const Parameter *parameter = type->parameter(assignment->name);
    if (!parameter) {
        QStringList names;
        for (const Parameter &other : type->parameters)
            names += other.name;
        return Error(
            QStringLiteral("there is no parameter \"%1\"%2").arg(assignment->name, suggestion(assignment->name, names)))
            .at(QStringLiteral("node %1").arg(assignment->node));
    }
    const End end { assignment->node, assignment->name };
    for (const Link &link : graph.links)
        if (link.to == end)
            return Error(QStringLiteral("is driven by the link %1, so it cannot be set").arg(link.text()))
                .at(QStringLiteral("parameter %1").arg(assignment->name))
                .at(QStringLiteral("node %1").arg(assignment->node));
    graph.nodes[static_cast<std::size_t>(*node - graph.nodes.data())].parameters.insert(
        assignment->name, readValue(assignment->value, *parameter));
    return {};
}

} // namespace

Result<Graph> withSettings(const Graph &graph, const RunCommand &command, const NodeTypes &types)
{
    Graph changed = graph;
    if (command.seed)
        changed.seed = *command.seed;
    for (const QString &text : command.sets)
        if (const Result<void> done = set(changed, text, types); !done)
            return done.error().at(QStringLiteral("--set %1").arg(text));
    return changed;
}

Result<std::vector<SaveRequest>> saveRequests(const RunCommand &command, const Graph &graph, const NodeTypes &types)
{
    const QHash<QString, QString> inactive = activeGraph(graph, types).inactive;
    std::vector<SaveRequest> requests;
    for (const QString &text : command.saves) {
        const QString place = QStringLiteral("--save %1").arg(text);
        const Result<Assignment> assignment = readAssignment(text, QStringLiteral("NODE.PORT=FILE"));
        if (!assignment)
            return assignment.error().at(place);
        const Result<const Node *> node = findNode(graph, assignment->node);
        if (!node)
            return node.error().at(place);
        if (inactive.contains(assignment->node))
            return Error(QStringLiteral("node %1 gives nothing to save: it %2")
                             .arg(assignment->node, inactive.value(assignment->node)))
                .at(place);
        const NodeType *type = types.find((*node)->type);
        if (type && !type->output(assignment->name)) {
            QStringList names;
            for (const Port &port : type->outputs)
                names += port.name;
            return Error(QStringLiteral("%1 has no output \"%2\"; it has: %3")
                             .arg(type->id, assignment->name, names.join(QStringLiteral(", "))))
                .at(place);
        }
        if (const Result<void> known = checkSavePath(assignment->value); !known)
            return known.error().at(place);
        requests.push_back({ assignment->node, assignment->name, assignment->value });
    }
    return requests;
}

} // namespace thalweg
