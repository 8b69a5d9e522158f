#pragma once

#include <QStringList>

#include <cstddef>

namespace thalweg {

/// A loss of what a model predicts and the target, row by row.
struct RowLoss {
    /// Losses and their derivatives by the prediction, of `count` rows rounded up to whole eights.
    using Function = void (*)(const double *predicted, const double *target, double shape, std::size_t count,
        double *value, double *derivative);

    const char *name;
    const char *shape; ///< the parameter that shapes it: `delta`, …; null where there is none
    Function function;
};

/// `squared` and the other losses of numbers, as the linear models have them.
const RowLoss &rowLoss(const QString &name);
QStringList rowLossNames();

} // namespace thalweg
