#pragma once

#include "figure/axis_map.h"

#include <QStringList>
#include <QVector>

namespace thalweg {

/// Where an axis has its marks, in plot coordinates, rising.
struct Ticks {
    QVector<double> major = {};
    QVector<double> minor = {};
    QStringList labels = {}; ///< of the major ones; some may be empty
};

/// Round numbers (1, 2, 2.5 and 5 times a power of ten) on a linear axis, decades on a log axis; about `count` of them
/// over the range of `map`, never many more.
Ticks ticks(const AxisMap &map, int count);

} // namespace thalweg
