#pragma once

#include <thalweg/descent.h>

namespace thalweg {

/// What became of a descent, as its trace tells it.
enum class Verdict {
    Creeping, ///< none of the others: it was still on its way
    Converged, ///< one of its own tests was met, or its gradient fell to a hundredth of that at the start
    Oscillating, ///< in the second half of the run most steps went back on the step before (their product is below 0)
    Diverged, ///< its cost became infinite or undefined, or ended above that at the start
};

/// Judged in the order diverged, converged, oscillating, creeping, by the steps at which cost and gradient are over all
/// rows: a batch's say little.
Verdict verdict(const Descent &descent);

QString verdictText(Verdict verdict);

} // namespace thalweg
