#pragma once

#include "line_search.h"

namespace thalweg {

/// Goes back from `first` until φ(α) ≤ φ(0) + c1 α φ'(0): each next step is the minimum of the parabola through φ(0),
/// φ'(0) and φ(α), kept between a tenth and a half of the step before. `start` is φ(0), with a slope below 0.
/// Source: Armijo 1966; Dennis and Schnabel, *Numerical methods for unconstrained optimization*, 1983, A6.3.1.
LineSearchResult searchArmijo(Line &line, const LineValue &start, double first, const LineSearchOptions &options);

} // namespace thalweg
