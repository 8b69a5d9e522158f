#pragma once

#include "engine/messages.h"
#include "graph/graph.h"

#include <QHash>

namespace thalweg {

/// What a run gave, gathered from the engine's messages.
struct Report {
    struct Output {
        QString port;
        QString text;
        QJsonObject summary;
    };
    struct NodeReport {
        NodeState state = NodeState::Skipped;
        double seconds = 0;
        QString problem = {};
        std::vector<Output> outputs = {};
    };

    QHash<QString, NodeReport> nodes;
    std::vector<FigureMessage> figures;
    RunStatus status = RunStatus::Finished;
    double seconds = 0;
    int threads = 0;

    void take(const Message &message);
};

/// What `--results` writes.
QJsonObject resultsJson(const Report &report, const QString &workflow);

/// A few lines a node, for people.
QStringList resultsText(const Report &report, const Graph &graph);

} // namespace thalweg
