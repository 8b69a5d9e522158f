#include "cli/report.h"

#include "version.h"

#include <thalweg/list.h>
#include <thalweg/plain_values.h>

#include <QLocale>

namespace thalweg {

namespace {

QString stateId(NodeState state)
{
    switch (state) {
    case NodeState::Running:
    case NodeState::Skipped:
        return QStringLiteral("skipped");
    case NodeState::Done:
    case NodeState::FromCache:
        return QStringLiteral("done");
    case NodeState::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QString statusId(RunStatus status)
{
    switch (status) {
    case RunStatus::Finished:
        return QStringLiteral("finished");
    case RunStatus::Failed:
        return QStringLiteral("failed");
    case RunStatus::Interrupted:
        return QStringLiteral("interrupted");
    }
    Q_UNREACHABLE();
}

QString exactNumber(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// θ with all its digits, while there are few of them.
QStringList parameterLines(const QJsonObject &summary)
{
    constexpr qsizetype most = 12;
    const QJsonObject parameters = summary.value(QStringLiteral("parameters")).toObject();
    QStringList lines;
    if (parameters.size() <= most)
        for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter)
            lines += QStringLiteral("%1 = %2").arg(parameter.key(), exactNumber(parameter->toDouble()));
    return lines;
}

/// The cells of a small table, a row a line.
QStringList tableLines(const QJsonObject &summary)
{
    QStringList lines;
    const QJsonArray columns = summary.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue &row : summary.value(QStringLiteral("cells")).toArray()) {
        QStringList cells;
        for (const QJsonValue &column : columns) {
            const QJsonValue cell = row.toObject().value(column.toObject().value(QStringLiteral("name")).toString());
            cells += cell.isDouble() ? shortNumber(cell.toDouble()) : cell.toString();
        }
        lines += cells.join(QStringLiteral("  "));
    }
    return lines;
}

/// What is said of a value under its line.
QStringList details(const QJsonObject &summary)
{
    const QString type = summary.value(QStringLiteral("type")).toString();
    if (type == QLatin1String("descent"))
        return parameterLines(summary);
    if (type == QLatin1String("table"))
        return tableLines(summary);
    if (type == QLatin1String("list")) {
        QStringList lines;
        std::vector<Axis> axes;
        const QJsonObject axisValues = summary.value(QStringLiteral("axes")).toObject();
        for (auto axis = axisValues.begin(); axis != axisValues.end(); ++axis)
            axes.push_back({ axis.key(), axis->toArray() });
        const QJsonArray items = summary.value(QStringLiteral("items")).toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject item = items[i].toObject();
            if (item.value(QStringLiteral("type")) == QLatin1String("descent"))
                lines += QStringLiteral("%1: %2 (cost %3 after %4 steps)")
                             .arg(placeLabel(axes, static_cast<std::size_t>(i)),
                                 item.value(QStringLiteral("reason")).toString(),
                                 shortNumber(item.value(QStringLiteral("cost")).toDouble()))
                             .arg(item.value(QStringLiteral("iterations")).toInteger());
        }
        return lines;
    }
    return {};
}

} // namespace

void Report::take(const Message &message)
{
    if (const auto *state = std::get_if<StateMessage>(&message)) {
        NodeReport &node = nodes[state->node];
        node.state = state->state;
        node.seconds = state->seconds;
        node.problem = state->problem;
    } else if (const auto *summary = std::get_if<SummaryMessage>(&message)) {
        nodes[summary->node].outputs.push_back({ summary->port, summary->text, summary->summary });
    } else if (const auto *figure = std::get_if<FigureMessage>(&message)) {
        figures.push_back(*figure);
    } else if (const auto *end = std::get_if<EndMessage>(&message)) {
        status = end->status;
        seconds = end->seconds;
        threads = end->threads;
    }
}

QJsonObject resultsJson(const Report &report, const QString &workflow)
{
    QJsonObject nodes;
    for (auto node = report.nodes.begin(); node != report.nodes.end(); ++node) {
        QJsonObject object { { QStringLiteral("state"), stateId(node->state) },
            { QStringLiteral("seconds"), node->seconds } };
        if (node->state == NodeState::Failed)
            object.insert(QStringLiteral("error"), node->problem);
        if (node->state == NodeState::Skipped)
            object.insert(QStringLiteral("why"), node->problem);
        QJsonObject outputs;
        for (const Report::Output &output : node->outputs)
            outputs.insert(output.port, output.summary);
        object.insert(QStringLiteral("outputs"), outputs);
        nodes.insert(node.key(), object);
    }
    return { { QStringLiteral("thalweg"), QStringLiteral(THALWEG_VERSION) }, { QStringLiteral("workflow"), workflow },
        { QStringLiteral("status"), statusId(report.status) }, { QStringLiteral("seconds"), report.seconds },
        { QStringLiteral("threads"), report.threads }, { QStringLiteral("nodes"), nodes } };
}

QStringList resultsText(const Report &report, const Graph &graph)
{
    QStringList lines;
    for (const Node &node : graph.nodes) {
        const auto found = report.nodes.find(node.id);
        if (found == report.nodes.end())
            continue;
        if (found->state == NodeState::Failed || found->state == NodeState::Skipped)
            lines += QStringLiteral("%1: %2").arg(node.id, stateId(found->state))
                + (found->state == NodeState::Skipped ? QStringLiteral(" (%1)").arg(found->problem) : QString());
        for (const Report::Output &output : found->outputs) {
            lines += QStringLiteral("%1.%2: %3").arg(node.id, output.port, output.text);
            for (const QString &detail : details(output.summary))
                lines += QStringLiteral("    ") + detail;
        }
    }
    return lines;
}

} // namespace thalweg
