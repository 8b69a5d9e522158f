#include "figure/axis_map.h"

#include <algorithm>

namespace thalweg {

namespace {

/// Room around a single value, which has no span of its own.
double padding(bool log, double middle)
{
    if (log)
        return 0.5;
    return middle == 0 ? 1 : std::abs(middle) * 0.1;
}

} // namespace

double AxisMap::toPlot(double value) const
{
    if (!log)
        return exponent == 0 ? value : value / std::pow(10.0, exponent);
    return value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
}

double AxisMap::fromPlot(double coordinate) const
{
    if (log)
        return std::pow(10.0, coordinate);
    return exponent == 0 ? coordinate : coordinate * std::pow(10.0, exponent);
}

AxisMap axisMap(const FigureAxis &axis, const Extent &data, double margin)
{
    AxisMap map { .log = axis.scale == FigureAxis::Scale::Log };
    const auto usable
        = [&](std::optional<double> bound) { return bound && std::isfinite(*bound) && (!map.log || *bound > 0); };
    const double least = map.log ? data.leastAboveZero : data.least;
    const bool hasData = least <= data.greatest;
    if (!hasData && !(usable(axis.minimum) && usable(axis.maximum)))
        return { .log = false, .isEmpty = true };

    const double low = usable(axis.minimum) ? *axis.minimum : least;
    const double high = usable(axis.maximum) ? *axis.maximum : data.greatest;
    const double largest = std::max(std::abs(low), std::abs(high));
    constexpr double huge = 1e100; // squares of what lies between are finite
    if (!map.log && largest > 0 && (largest > huge || largest < 1 / huge))
        map.exponent = static_cast<int>(std::floor(std::log10(largest)));

    map.lower = map.toPlot(low);
    map.upper = map.toPlot(high);
    const double size = std::max(std::abs(map.lower), std::abs(map.upper));
    constexpr double resolvable = 1e-12;
    if (map.upper - map.lower <= resolvable * size || map.upper <= map.lower) {
        // A single value, or a given end beyond all data: the given end stays where it is.
        const double anchor = usable(axis.minimum) ? map.lower : map.upper;
        const double pad = padding(map.log, anchor);
        map.lower = usable(axis.minimum) ? anchor : anchor - pad;
        map.upper = usable(axis.maximum) && !usable(axis.minimum) ? anchor : anchor + pad;
        return map;
    }
    const double room = (map.upper - map.lower) * margin;
    if (!usable(axis.minimum))
        map.lower -= room;
    if (!usable(axis.maximum))
        map.upper += room;
    return map;
}

} // namespace thalweg
