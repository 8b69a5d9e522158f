#pragma once

#include "graph/arrange.h"

namespace thalweg {

/// Places for the nodes that the graph's layout does not have: tidied up, below those that have one. Empty where all
/// have.
QHash<QString, QPointF> placesForHomeless(const Graph &graph, const NodeSizes &sizes);

} // namespace thalweg
