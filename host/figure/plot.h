#pragma once

#include "figure/fonts.h"
#include "figure/style.h"

#include <thalweg/figure.h>

#include <optional>

class QCustomPlot;

namespace thalweg {

/// How a plot is filled.
struct PlotOptions {
    FigureStyle style;
    Fonts fonts;
    std::optional<std::int64_t> cursor = {}; ///< the iteration that layers with steps show; empty: the end
    bool canMove = false; ///< on a screen, where people pan and zoom, what lies beyond the axes is kept
};

/// Replaces all that is in `plot` by the figure, which must not be a table. The plot is then painted by its widget's
/// own means, or with toPainter(). Main thread.
void fillPlot(QCustomPlot &plot, const FigureContent &figure, const PlotOptions &options);

} // namespace thalweg
