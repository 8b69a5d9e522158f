#pragma once

#include "ranges.h"

namespace thalweg {

/// From the least to the greatest of the finite numbers; `from` is above `to` where there are none.
Range fullRange(const std::vector<double> &values);

/// The same without the thousandth that is lowest: on a log scale, one point near 0 would take all the room.
Range logRange(const std::vector<double> &values);

/// At most `count` round numbers (1, 2, 2.5, 5 times a power of ten) inside the range, evenly spaced; where `log`,
/// powers of ten instead, with their doubles and fives if there is room for them.
std::vector<double> contourLevels(const Range &range, int count, bool log);

/// Whether all finite numbers are above 0 and the greatest is more than `times` the least, so that logarithms show
/// more.
bool spansDecades(const std::vector<double> &values, double times = 100);

} // namespace thalweg
