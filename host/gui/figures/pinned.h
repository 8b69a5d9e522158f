#pragma once

#include <thalweg/figure.h>

namespace thalweg {

/// A figure with the descents of an earlier one behind its own: those layers of `pinned` that follow the steps, and the
/// starts of their paths, in a quiet colour, with `(pinned)` at their names. The axes cover both. Tables stay alone.
FigureContent withPinned(const FigureContent &figure, const FigureContent &pinned);

} // namespace thalweg
