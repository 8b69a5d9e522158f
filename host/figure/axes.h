#pragma once

#include "figure/axis_map.h"
#include "figure/colours.h"
#include "figure/fonts.h"

#include <qcustomplot.h>

namespace thalweg {

/// Sets an axis's range, marks, label and looks. About `count` marks; `length` is that of the axis in points, which
/// its label may not outgrow. `categories` stand at 1, 2, … instead of numbers, if there are any.
void dressAxis(QCPAxis &axis, const AxisMap &map, const QString &label, int count, double length,
    const Colours &colours, const Fonts &fonts, const QStringList &categories = {});

/// The bar beside a heat map that says what its colours mean.
QCPColorScale *colourBar(QCustomPlot &plot, const AxisMap &map, const QString &label, const FigureStyle &style,
    const Colours &colours, const Fonts &fonts);

} // namespace thalweg
