#pragma once

#include <thalweg/dataset.h>

namespace thalweg {

/// What a loss can be a loss of.
enum class Target {
    Numbers, ///< any; of two classes 0 and 1
    Counts, ///< numbers that are not negative
    TwoClasses, ///< by name, or 0 and 1
    Classes, ///< two or more by name, or 0, 1, 2, …
};

/// The names of the classes that the target has, empty where it is of numbers. `method` is what needs it, for messages:
/// `least squares`. Throws Error, placed at the port `dataset`: there is no row or no target; a row has no number or
/// one that does not suit.
QStringList checkTarget(const Dataset &dataset, Target target, const QString &method);

} // namespace thalweg
