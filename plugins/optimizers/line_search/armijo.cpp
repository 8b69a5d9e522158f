#include "armijo.h"

#include <algorithm>

namespace thalweg {

LineSearchResult searchArmijo(Line &line, const LineValue &start, double first, const LineSearchOptions &options)
{
    constexpr double flatter = 0.9;
    LineSearchResult result;
    result.step = std::min(first, options.longest);
    for (int i = 0; i < options.mostEvaluations; ++i) {
        result.at = finiteValue(line, 0, result.step, result.evaluations);
        if (!result.at.isFinite())
            return result;
        const double step = result.step;
        result.isFound = result.at.value <= start.value + options.c1 * step * start.slope
            || isGoodWithinRounding(start, step, result.at, flatter);
        // A line so flat that its decrease vanishes beside φ(0) meets the test without going down.
        result.isFound = result.isFound
            && (result.at.value < start.value || std::abs(result.at.slope) <= flatter * std::abs(start.slope));
        if (result.isFound)
            return result;
        const double parabola = -start.slope * step / (2 * (result.at.value - start.value - start.slope * step)) * step;
        result.step = parabola > step / 10 ? std::min(parabola, step / 2) : step / 10;
    }
    return result;
}

} // namespace thalweg
