#pragma once

#include "figure/layers.h"

namespace thalweg {

/// A legend in the looks of the figure, placed in a corner of `rect` until it is moved.
QCPLegend *makeLegend(QCPAxisRect &rect, const Colours &colours, const Fonts &fonts);

/// Where it stands: in the corner of `rect` where it hides nothing of `ink` (or next to nothing), else in `outside`, a
/// column of its own; where that would leave too little for the plot, in the best corner all the same, and where it
/// would fill most of the plot, nowhere. `size` is about that of the axis rectangle, in points.
void placeLegend(QCPLegend *legend, QCPAxisRect &rect, QCPLayoutGrid &outside, const QSizeF &size, const Ink &ink,
    const QRectF &window);

} // namespace thalweg
