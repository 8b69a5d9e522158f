#pragma once

#include "gui/figures/start_edit.h"
#include "gui/run/run_board.h"

namespace thalweg {

/// Where descents start whose `start` is a list of numbers, by name: the objective before them has told the names of
/// its parameters when it ran last.
KnownStarts knownStarts(const Graph &graph, const RunBoard &board);

} // namespace thalweg
