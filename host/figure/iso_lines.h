#pragma once

#include <thalweg/figure.h>

#include <QPolygonF>

namespace thalweg {

/// The lines on which a grid has the value `level`, in the coordinates of the grid, by marching squares (Lorensen and
/// Cline 1987, in two dimensions) with z linear along each edge; where a cell is a saddle, the mean of its corners
/// decides. A closed line ends at its first point. Cells with a corner that is not finite are left out.
std::vector<QPolygonF> isoLines(const Grid &grid, double level);

} // namespace thalweg
