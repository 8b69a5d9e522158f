#include "figure/heat_map.h"

#include "figure/colours.h"

#include <algorithm>

namespace thalweg {

namespace {

/// Where a coordinate lies among evenly spaced ones: 2.5 is half-way between the third and the fourth.
double placeAmong(const std::vector<double> &even, double coordinate)
{
    const auto last = static_cast<double>(even.size() - 1);
    return std::clamp((coordinate - even.front()) / (even.back() - even.front()) * last, 0.0, last);
}

double between(const std::vector<double> &z, std::size_t columns, std::size_t rows, double column, double row)
{
    const auto c = std::min(static_cast<std::size_t>(column), columns - 2);
    const auto r = std::min(static_cast<std::size_t>(row), rows - 2);
    const double u = column - static_cast<double>(c);
    const double v = row - static_cast<double>(r);
    const double *corner = z.data() + r * columns + c;
    const double low = corner[0] + u * (corner[1] - corner[0]);
    const double high = corner[columns] + u * (corner[columns + 1] - corner[columns]);
    return low + v * (high - low);
}

struct Span {
    double from, to;
};

Span shown(const AxisMap &axis, const std::vector<double> &coordinates)
{
    const double first = axis.toPlot(coordinates.front());
    return { std::isfinite(first) ? std::max(axis.lower, first) : axis.lower,
        std::min(axis.upper, axis.toPlot(coordinates.back())) };
}

} // namespace

AxisMap heatMapColours(const HeatMapLayer &layer)
{
    Extent extent;
    for (double z : layer.grid.z)
        extent.add(z);
    FigureAxis axis;
    axis.scale = layer.logColours ? FigureAxis::Scale::Log : FigureAxis::Scale::Linear;
    axis.minimum = layer.minimum;
    axis.maximum = layer.maximum;
    return axisMap(axis, extent, 0);
}

HeatMap heatMap(const HeatMapLayer &layer, const AxisMap &x, const AxisMap &y)
{
    const Grid &grid = layer.grid;
    const std::size_t columns = grid.x.size();
    const std::size_t rows = grid.y.size();
    if (columns < 2 || rows < 2 || grid.z.size() != columns * rows)
        return {};

    HeatMap map { .colours = heatMapColours(layer) };
    std::vector<double> z(grid.z.size());
    std::ranges::transform(grid.z, z.begin(), [&](double value) { return map.colours.toPlot(value); });

    const Span across = shown(x, grid.x);
    const Span up = shown(y, grid.y);
    if (!(across.from < across.to && up.from < up.to))
        return map;
    map.rect = QRectF(across.from, up.from, across.to - across.from, up.to - up.from);

    constexpr int finest = 800; // pixels a side: finer than the eye sees on a page
    map.image = QImage(finest, finest, QImage::Format_ARGB32);
    const double span = map.colours.upper - map.colours.lower;
    std::vector<double> columnPlaces(finest);
    const auto at = [](const Span &s, int pixel) { return s.from + (s.to - s.from) * (pixel + 0.5) / finest; };
    for (int i = 0; i < finest; ++i)
        columnPlaces[static_cast<std::size_t>(i)] = placeAmong(grid.x, x.fromPlot(at(across, i)));
    for (int j = 0; j < finest; ++j) {
        const double row = placeAmong(grid.y, y.fromPlot(at(up, finest - 1 - j)));
        auto *line = reinterpret_cast<QRgb *>(map.image.scanLine(j));
        for (int i = 0; i < finest; ++i) {
            const double value = between(z, columns, rows, columnPlaces[static_cast<std::size_t>(i)], row);
            line[i] = std::isfinite(value) ? mapColour((value - map.colours.lower) / span).rgb() : qRgba(0, 0, 0, 0);
        }
    }
    return map;
}

} // namespace thalweg
