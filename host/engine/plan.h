#pragma once

#include "engine/content_key.h"
#include "graph/graph.h"

#include <thalweg/node_types.h>

namespace thalweg {

/// What is to be run, worked out from a graph once; it does not change while it runs.
struct Plan {
    /// An output of a step before.
    struct Source {
        std::uint32_t step;
        std::uint32_t output; ///< index into NodeType::outputs
    };
    /// A value that arrives at an input.
    struct Arrival {
        QString port;
        Source source;
    };
    /// A value that drives a parameter.
    struct Drive {
        const Parameter *parameter;
        Source source;
    };
    struct Step {
        QString node;
        const NodeType *type;
        QJsonObject parameters;
        std::vector<Arrival> arrivals;
        std::vector<Drive> drives;
        std::vector<std::uint32_t> followers; ///< steps that read this one's outputs, each once
        std::uint32_t waitsFor = 0; ///< number of steps that this one reads
        ContentKey fixedKey; ///< of all that is known before the run: type, version, node, seed, parameters
    };

    /// A node that will not run, and why.
    struct Inactive {
        QString node;
        QString why;
    };

    std::vector<Step> steps; ///< each behind those that it reads
    std::vector<Inactive> inactive; ///< muted and bypassed nodes, and those that depend on them (graph/modes.h)
    std::uint64_t seed = 1;
    QString directory; ///< where relative paths start
    NodeTypes types; ///< keeps the descriptions alive
};

/// The plan that gives the outputs of `targets` (all nodes where it is empty) and runs nothing that they do not need.
/// Nodes that are muted or bypassed, and those that need them, are left out. Refuses unknown nodes and types, links to
/// ports that are not there, and cycles; what else may be wrong with a node (a parameter out of range, an input without
/// a link) fails at that node when it runs.
Result<Plan> makePlan(
    const Graph &graph, const NodeTypes &types, const QString &directory, const QStringList &targets = {});

} // namespace thalweg
