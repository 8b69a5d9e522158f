#include "cells.h"

#include <algorithm>

namespace thalweg {

namespace {

/// Even places within the edges, none on the outer ones, and which cell each is in.
struct Places {
    std::vector<double> at;
    std::vector<std::size_t> cell;

    explicit Places(const std::vector<double> &edges)
    {
        // Fine enough that the colours change within a hair's breadth, and a whole number a cell where cells are even.
        constexpr std::size_t fine = 240;
        const std::size_t cells = edges.size() - 1;
        const std::size_t count = std::max<std::size_t>(2, fine / cells) * cells;
        const double step = (edges.back() - edges.front()) / static_cast<double>(count);
        for (std::size_t i = 0; i < count; ++i) {
            at.push_back(edges.front() + (static_cast<double>(i) + 0.5) * step);
            const auto above = std::ranges::upper_bound(edges, at.back()) - edges.begin();
            cell.push_back(std::clamp<std::size_t>(static_cast<std::size_t>(above), 1, cells) - 1);
        }
    }
};

} // namespace

HeatMapLayer cellMap(const std::vector<double> &xEdges, const std::vector<double> &yEdges, const std::vector<double> &z)
{
    Places x(xEdges);
    Places y(yEdges);
    const std::size_t columns = xEdges.size() - 1;
    Grid grid;
    for (std::size_t row : y.cell)
        for (std::size_t column : x.cell)
            grid.z.push_back(z[row * columns + column]);
    grid.x = std::move(x.at);
    grid.y = std::move(y.at);
    return { .grid = std::move(grid) };
}

std::vector<double> edgesAround(const std::vector<double> &centres)
{
    if (centres.size() == 1)
        return { centres.front() - 0.5, centres.front() + 0.5 };
    const std::size_t last = centres.size() - 1;
    std::vector<double> edges { centres[0] - (centres[1] - centres[0]) / 2 };
    for (std::size_t i = 0; i < last; ++i)
        edges.push_back((centres[i] + centres[i + 1]) / 2);
    edges.push_back(centres[last] + (centres[last] - centres[last - 1]) / 2);
    return edges;
}

} // namespace thalweg
