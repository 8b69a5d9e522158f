#pragma once

#include "model.h"

#include <vector>

namespace thalweg {

/// What a classifier says of the rows of X.
struct ClassPredictions {
    static constexpr int none = -1; ///< where what the model gives is no number

    std::vector<int> classes; ///< the likeliest class by its number, the first of several
    Matrix probabilities; ///< m × K, or m × 0 where the model knows none
};

THALWEG_EXPORT ClassPredictions predictClasses(const Model &model, const Matrix &features);

/// The target of every row as the number of one of the model's classes: classes by name; numbers by name as well (the
/// class `0`), else as the number of the class. Throws Error for a class that the model does not know.
THALWEG_EXPORT std::vector<int> targetClasses(const Model &model, const Dataset &dataset);

} // namespace thalweg
