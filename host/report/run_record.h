#pragma once

#include "engine/messages.h"

#include <QHash>

#include <vector>

namespace thalweg {

/// What a run gave, gathered from the engine's messages.
struct RunRecord {
    struct Output {
        QString port;
        QString text;
        QJsonObject summary;
    };
    struct NodeRecord {
        NodeState state = NodeState::Skipped;
        double seconds = 0;
        QString problem = {};
        std::vector<Output> outputs = {};
    };

    QHash<QString, NodeRecord> nodes;
    std::vector<FigureMessage> figures;
    std::vector<LogMessage> log;
    RunStatus status = RunStatus::Finished;
    double seconds = 0;
    int threads = 0;

    void take(const Message &message);
};

} // namespace thalweg
