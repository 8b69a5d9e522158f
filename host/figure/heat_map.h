#pragma once

#include "figure/axis_map.h"

#include <QImage>
#include <QRectF>

namespace thalweg {

/// A heat map made ready to be drawn.
struct HeatMap {
    AxisMap colours = {}; ///< from z to the part of the colour map, over [lower, upper]
    QImage image = {}; ///< first row on top; clear where there is no number
    QRectF rect = {}; ///< what it covers, in plot coordinates, least at the top left
};

/// The range of the colours: the layer's own, else that of the numbers.
AxisMap heatMapColours(const HeatMapLayer &layer);

/// Colours a grid, bilinear between its points (in the logarithm where the colours are logarithmic), over the part of
/// it that the axes show.
HeatMap heatMap(const HeatMapLayer &layer, const AxisMap &x, const AxisMap &y);

} // namespace thalweg
