#pragma once

#include "line_search.h"

namespace thalweg {

/// Looks for a step that meets the strong Wolfe conditions, from `first` on; `start` is φ(0), with a slope below 0.
/// Where there is none within the limits, the best step that was seen is taken if φ is less there than at 0.
///
/// An interval that holds a good step is found by steps that grow at most fivefold, then made smaller by safeguarded
/// cubic and quadratic interpolation. Until a step is found where φ is below the Armijo line and rises, it is φ less
/// that line which is made small. Source: Moré and Thuente, *Line search algorithms with guaranteed sufficient
/// decrease*, 1994, with the constants of MINPACK-2.
LineSearchResult searchStrongWolfe(Line &line, const LineValue &start, double first, const LineSearchOptions &options);

} // namespace thalweg
