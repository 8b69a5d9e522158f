#pragma once

#include "graph/graph.h"

namespace thalweg {

/// What was done to `before` to make it `after`, in words: `2 nodes added, rate of gd changed, 1 link removed`; at most
/// a handful of them. `no changes` where they are the same.
QString differenceInWords(const Graph &before, const Graph &after);

} // namespace thalweg
