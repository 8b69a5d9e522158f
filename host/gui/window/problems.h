#pragma once

#include "graph/graph.h"
#include "gui/run/run_board.h"

#include <thalweg/node_types.h>

#include <QStringList>

namespace thalweg {

/// Something that keeps a workflow, or a part of it, from running.
struct Problem {
    enum class Kind {
        Fault, ///< found without running: an open input, a value out of range …
        Failure, ///< a node failed in the last run
    };

    Kind kind = Kind::Fault;
    QString node; ///< id
    QString text; ///< from the port or parameter on

    bool operator==(const Problem &) const = default;
};

/// All faults in the order of the nodes, then the failures of nodes that have no fault.
std::vector<Problem> problems(const Graph &graph, const NodeTypes &types, const RunBoard &board);

/// The nodes that can be run as they stand: neither they nor anything they need has a fault. In the graph's order.
QStringList soundNodes(const Graph &graph, const NodeTypes &types);

} // namespace thalweg
