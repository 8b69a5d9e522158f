#include "levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {

namespace {

std::vector<double> linearLevels(const Range &range, int count)
{
    const double rough = range.to / (count + 1) - range.from / (count + 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (double nice : { 5.0, 2.5, 2.0, 1.0 })
        if (rough <= nice * power)
            step = nice * power;
    std::vector<double> levels;
    for (double i = std::floor(range.from / step) + 1; i * step < range.to; ++i) {
        if (static_cast<int>(levels.size()) == count || !std::isfinite(i * step))
            break;
        levels.push_back(i * step);
    }
    return levels;
}

std::vector<double> logLevels(const Range &range, int count)
{
    const double low = std::log10(range.from);
    const double high = std::log10(range.to);
    const double decades = high - low;
    const bool withTwosAndFives = decades * 3 <= count;
    const int stride = std::max(1, static_cast<int>(std::ceil(decades / count)));
    std::vector<double> levels;
    for (int decade = static_cast<int>(std::floor(low)); decade <= high; ++decade) {
        for (int digit : { 1, 2, 5 }) {
            if (digit == 1 ? decade % stride != 0 : !withTwosAndFives)
                continue;
            const double level = digit * std::pow(10.0, decade);
            if (level > range.from && level < range.to && static_cast<int>(levels.size()) < count)
                levels.push_back(level);
        }
    }
    return levels;
}

} // namespace

Range fullRange(const std::vector<double> &values)
{
    Range range { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity() };
    for (double value : values) {
        if (!std::isfinite(value))
            continue;
        range.from = std::min(range.from, value);
        range.to = std::max(range.to, value);
    }
    return range;
}

Range logRange(const std::vector<double> &values)
{
    std::vector<double> finite;
    std::ranges::copy_if(values, std::back_inserter(finite), [](double value) { return std::isfinite(value); });
    if (finite.empty())
        return fullRange(values);
    const auto lowest = finite.begin() + static_cast<std::ptrdiff_t>(finite.size() / 1000);
    std::ranges::nth_element(finite, lowest);
    return { *lowest, std::ranges::max(finite) };
}

std::vector<double> contourLevels(const Range &range, int count, bool log)
{
    if (!(range.from < range.to) || count < 1)
        return {};
    return log ? logLevels(range, count) : linearLevels(range, count);
}

bool spansDecades(const std::vector<double> &values, double times)
{
    const Range range = fullRange(values);
    return range.from > 0 && range.to / range.from > times;
}

} // namespace thalweg
