#pragma once

#include "graph/edits.h"

#include <thalweg/node_types.h>
#include <thalweg/table.h>

#include <QHash>

namespace thalweg {

/// Starts of descents as they are known from traces: node → name of a parameter → number.
using KnownStarts = QHash<QString, QJsonObject>;

/// The start in a descent's table: the parameters of its first row, which stand behind the six columns of any descent.
QJsonObject startOf(const Table &descent);

/// The nodes from which links lead to `node`, however far, and that have a parameter `start` which is a point: whose
/// starts moveStart() moves, and for whom it is good to know the start of the last run.
QStringList descentsBefore(const Graph &graph, const NodeTypes &types, const QString &node);

/// Moves the start of every descent that `figureNode` shows: on each node from which links lead there, a parameter
/// `start` that is a point becomes an object by name, with the numbers of `picked` and all others as they were. Names
/// of a list of numbers are found in `known`, the starts of the last run; so are the numbers where the start is random.
/// `mergeKey` is the same through one drag. Nodes whose `start` is driven by a link are passed over.
Edit moveStart(const Graph &graph, const NodeTypes &types, const QString &figureNode, const QJsonObject &picked,
    const KnownStarts &known, const QString &mergeKey);

} // namespace thalweg
