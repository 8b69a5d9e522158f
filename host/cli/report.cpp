#include "cli/report.h"

#include "report/output_details.h"
#include "version.h"

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

} // namespace

QJsonObject resultsJson(const RunRecord &report, const QString &workflow)
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
        for (const RunRecord::Output &output : node->outputs)
            outputs.insert(output.port, output.summary);
        object.insert(QStringLiteral("outputs"), outputs);
        nodes.insert(node.key(), object);
    }
    return { { QStringLiteral("thalweg"), QStringLiteral(THALWEG_VERSION) }, { QStringLiteral("workflow"), workflow },
        { QStringLiteral("status"), statusId(report.status) }, { QStringLiteral("seconds"), report.seconds },
        { QStringLiteral("threads"), report.threads }, { QStringLiteral("nodes"), nodes } };
}

QStringList resultsText(const RunRecord &report, const Graph &graph)
{
    QStringList lines;
    for (const Node &node : graph.nodes) {
        const auto found = report.nodes.find(node.id);
        if (found == report.nodes.end())
            continue;
        if (found->state == NodeState::Failed || found->state == NodeState::Skipped)
            lines += QStringLiteral("%1: %2").arg(node.id, stateId(found->state))
                + (found->state == NodeState::Skipped ? QStringLiteral(" (%1)").arg(found->problem) : QString());
        for (const RunRecord::Output &output : found->outputs) {
            lines += QStringLiteral("%1.%2: %3").arg(node.id, output.port, output.text);
            for (const QString &detail : outputDetails(output.summary))
                lines += QStringLiteral("    ") + detail;
        }
    }
    return lines;
}

} // namespace thalweg
