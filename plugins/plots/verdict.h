#pragma once

#include "traces.h"

namespace thalweg {

/// What became of a descent, as its trace tells it.
struct Verdict {
    enum class Kind {
        Creeping, ///< none of the others: it was still on its way, or lay still where nothing says that a minimum is
        Converged, ///< a test for a minimum was met, or the gradient fell far and went on falling
        Oscillating, ///< most steps go back on the step before (their product is below 0)
        Diverged, ///< its cost became infinite or undefined, or ended above that at the start
    };

    Kind kind = Kind::Creeping;
    std::int64_t since = 0; ///< the iteration that shows it first; of no meaning where it creeps

    /// `diverged since step 3`, `converged at step 27`, `creeping`.
    QString text() const;
};

/// Judged in the order diverged, converged, oscillating, creeping, by the steps at which cost and gradient are over all
/// rows: a batch's say little. The help of plots.compare says how.
Verdict verdict(const Descent &descent);

/// What a plot says of the descents that it shows: the verdict of a single one, nothing of several.
QStringList verdictNotes(const Descents &descents);

} // namespace thalweg
