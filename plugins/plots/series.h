#pragma once

#include "traces.h"

namespace thalweg {

/// Which steps of a descent.
enum class Rows {
    All, ///< those measured over all rows
    Batch, ///< those measured over a batch
    Either,
};

/// A line of `quantity` (`cost`, `gradient_norm`, `rate`) against `against` (`iteration`, `epoch`, `evaluations`,
/// `seconds`) that grows with the step cursor. That of batches is thin and faint.
Layer seriesLayer(const Descent &descent, const QString &quantity, const QString &against, Rows rows, int colour);

/// How far a descent had come at a step, by `against`.
double placeOfStep(const DescentStep &step, const QString &against);

QString quantityName(const QString &quantity); ///< `Gradient norm`
QString quantityLabel(const QString &quantity); ///< `Gradient norm ‖∇J‖∞`
QString axisName(const QString &against); ///< `Time`
QString axisLabel(const QString &against); ///< `Time (s)`

/// The setting `against`.
Parameter againstParameter();

/// The setting `scale`: `auto`, `linear` or `log`.
Parameter scaleParameter();

/// An axis from the lowest to the highest of these lines, with a little room; left as it is where there is no span.
/// Other lines may leave it: the noise of batches, which would else decide what is seen.
void fitAxis(FigureAxis &axis, const std::vector<Layer> &lines);

/// What `scale` means for these lines. `auto`: log where no value is below 0 and those above span over two decades.
FigureAxis::Scale scaleOf(const QString &scale, const std::vector<Layer> &lines);

} // namespace thalweg
