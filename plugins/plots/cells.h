#pragma once

#include <thalweg/figure.h>

#include <vector>

namespace thalweg {

/// A heat map of cells with sharp edges: cell (c, r) reaches from xEdges[c] to xEdges[c + 1] and from yEdges[r] to
/// yEdges[r + 1] and has the number z[r * columns + c]; one that is not finite is a hole. A heat map is smooth between
/// its points, so each cell is made of many.
HeatMapLayer cellMap(
    const std::vector<double> &xEdges, const std::vector<double> &yEdges, const std::vector<double> &z);

/// Half-way between neighbours, and as far beyond the first and the last; `centres` rise. A single one has edges ½
/// away from it.
std::vector<double> edgesAround(const std::vector<double> &centres);

} // namespace thalweg
