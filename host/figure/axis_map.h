#pragma once

#include "figure/extent.h"

namespace thalweg {

/// From the numbers of an axis to plot coordinates, in which every axis is linear and of ordinary size: the decimal
/// logarithm on a log axis, else the number divided by a power of ten. So 1e-300 and 1e300 are as good as 1.
struct AxisMap {
    bool log = false;
    int exponent = 0; ///< of a linear axis: plot coordinate = value / 10^exponent
    double lower = 0; ///< the shown range, in plot coordinates; lower < upper
    double upper = 1;
    bool isEmpty = false; ///< there is nothing to show, and the range means nothing

    /// Not finite where the axis cannot show the value: 0 and less on a log axis.
    double toPlot(double value) const;
    double fromPlot(double coordinate) const;
};

/// The range is the axis's own where it has one, else that of the data with `margin` (a part of the span) around it.
AxisMap axisMap(const FigureAxis &axis, const Extent &data, double margin);

} // namespace thalweg
