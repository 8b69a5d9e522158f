#include "ranges.h"

#include <thalweg/plain_values.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

std::vector<double> evenlySpaced(const Range &range, std::size_t count)
{
    std::vector<double> numbers(count);
    const auto last = static_cast<double>(count - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / last;
        numbers[i] = range.from * (1 - part) + range.to * part; // no overflow between -1e308 and 1e308
    }
    return numbers;
}

Range rangeOf(const Inputs &in, const QString &from, const QString &to, const Range &automatic)
{
    const std::optional<double> low = in.optionalNumber(from);
    const std::optional<double> high = in.optionalNumber(to);
    Range range { low.value_or(automatic.from), high.value_or(automatic.to) };
    if (range.from < range.to)
        return range;
    if (low && high)
        throw Error(QStringLiteral("must be above %1 (%2), not %3").arg(from, shortNumber(*low), shortNumber(*high)))
            .at(QStringLiteral("parameter %1").arg(to));
    // The end that was given lies beyond all that there is to see.
    const double span = automatic.span() > 0 ? automatic.span() : 1;
    if (low)
        range.to = range.from + std::max(span, std::abs(range.from) * 0.1);
    else
        range.from = range.to - std::max(span, std::abs(range.to) * 0.1);
    return range;
}

Range valleyAround(const std::vector<double> &points, const std::vector<double> &best)
{
    if (points.empty())
        return { -10, 10 };
    const auto [least, greatest] = std::ranges::minmax(points);
    const double span = greatest - least;
    const double size = std::max(std::abs(least), std::abs(greatest));
    if (!(span > 1e-9 * size)) {
        const double room = size > 0 ? size * 0.5 : 1;
        return { least - room, greatest + room };
    }
    constexpr double nearEnd = 0.15;
    constexpr double margin = 0.1;
    constexpr double otherSide = 0.6;
    Range range { least - margin * span, greatest + margin * span };
    for (double place : best) {
        if (place < least + nearEnd * span)
            range.from = std::min(range.from, least - otherSide * span);
        if (place > greatest - nearEnd * span)
            range.to = std::max(range.to, greatest + otherSide * span);
    }
    return range;
}

void showMostly(FigureAxis &axis, const Range &data, const Range &rest)
{
    const double reach = data.span() / 2;
    if (!(reach > 0) || !std::isfinite(reach))
        return;
    const Range shown { std::max(std::min(data.from, rest.from), data.from - reach),
        std::min(std::max(data.to, rest.to), data.to + reach) };
    const double room = 0.04 * shown.span();
    axis.minimum = shown.from - room;
    axis.maximum = shown.to + room;
}

} // namespace thalweg
