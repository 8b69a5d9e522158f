#pragma once

#include "figure/axis_map.h"
#include "figure/colours.h"
#include "figure/fonts.h"
#include "figure/space.h"

#include <qcustomplot.h>

#include <vector>

namespace thalweg {

/// Where the layers of a figure go.
struct Canvas {
    QCPAxis *x;
    QCPAxis *y;
    QCPLegend *legend; ///< null: no lines are added to it
    AxisMap xMap, yMap;
    QRectF window; ///< what may be drawn on, in plot coordinates, least at the top left
    Colours colours;
    QFont font;
    bool onMap; ///< there is a heat map below: lines need an edge to be seen
    std::shared_ptr<const Space> space = {}; ///< of a figure with a surface: x and y are then right and up on the page
    bool isQuick = false; ///< coarse will do for now
};

/// What a layer leaves on the plot, in plot coordinates: the legend keeps clear of it.
using Ink = std::vector<QPolygonF>;

/// Adds one layer, with its line in the legend. A table is not drawn on a plot, and in a space only what has a height.
Ink addLayer(const Canvas &canvas, const Layer &layer);

} // namespace thalweg
