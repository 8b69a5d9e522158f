#include "figure/extent.h"

#include <algorithm>

namespace thalweg {

namespace {

void addPoints(Extents &to, const std::vector<double> &x, const std::vector<double> &y)
{
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        to.x.add(x[i]);
        to.y.add(y[i]);
    }
}

struct Adder {
    Extents &to;

    void operator()(const LineLayer &line) const
    {
        addPoints(to, line.x, line.y);
        addHeights(line.z);
    }
    void operator()(const ScatterLayer &scatter) const
    {
        addPoints(to, scatter.x, scatter.y);
        addHeights(scatter.z);
    }
    void operator()(const ErrorBarLayer &errors) const
    {
        for (const std::vector<double> *y : { &errors.y, &errors.low, &errors.high })
            addPoints(to, errors.x, *y);
    }
    void operator()(const ArrowLayer &arrows) const
    {
        addPoints(to, arrows.x, arrows.y);
        for (std::size_t i = 0; i < std::min({ arrows.x.size(), arrows.y.size(), arrows.dx.size(), arrows.dy.size() });
             ++i)
            addPoints(to, { arrows.x[i] + arrows.dx[i] }, { arrows.y[i] + arrows.dy[i] });
    }
    void operator()(const SurfaceLayer &surface) const
    {
        addGrid(surface.map.grid);
        addHeights(surface.map.grid.z);
    }
    void operator()(const BarLayer &bars) const
    {
        for (std::size_t i = 0; i < std::min(bars.x.size(), bars.height.size()); ++i) {
            if (!std::isfinite(bars.x[i]) || !std::isfinite(bars.height[i]))
                continue;
            to.x.add(bars.x[i] - bars.width / 2);
            to.x.add(bars.x[i] + bars.width / 2);
            to.y.add(0);
            to.y.add(bars.height[i]);
        }
    }
    void operator()(const BandLayer &band) const
    {
        addPoints(to, band.x, band.lower);
        addPoints(to, band.x, band.upper);
    }
    void operator()(const HeatMapLayer &map) const
    {
        addGrid(map.grid);
        to.filled = true;
    }
    void operator()(const ContourLayer &contour) const { addGrid(contour.grid); }
    void operator()(const ReferenceLayer &reference) const
    {
        if (reference.x)
            to.x.add(*reference.x);
        if (reference.y)
            to.y.add(*reference.y);
    }
    void operator()(const TextLayer &text) const { addPoints(to, { text.x }, { text.y }); }
    void operator()(const TableLayer &) const { }

    void addHeights(const std::vector<double> &z) const
    {
        for (double height : z)
            to.z.add(height);
    }
    void addGrid(const Grid &grid) const
    {
        for (double x : grid.x)
            to.x.add(x);
        for (double y : grid.y)
            to.y.add(y);
    }
};

} // namespace

Extents extents(const std::vector<Layer> &layers)
{
    Extents found;
    for (const Layer &layer : layers)
        std::visit(Adder { found }, layer.shape);
    return found;
}

} // namespace thalweg
