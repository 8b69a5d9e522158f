#pragma once

#include "traces.h"

namespace thalweg {

/// One direction of a sweep.
struct SweptAxis {
    QString name = {};
    std::vector<double> values = {}; ///< rising, distinct
    bool isLog = false; ///< all values are above 0, and their logarithms are spaced more evenly than they are

    /// Values, or their decimal logarithms where the axis is logarithmic.
    std::vector<double> places() const;

    bool operator==(const SweptAxis &) const = default;
};

/// Runs and where they stand.
struct Swept {
    std::vector<SweptAxis> axes = {}; ///< one or two, in the order of the list
    std::vector<const Descent *> runs = {}; ///< run c + r * (values of axis 0): value c of axis 0, r of axis 1
};

/// The sweep that these runs are: a label tells where each stands in its list (`batch_size = 32, rate = 0.1`).
/// Throws Error unless there are one or two axes of numbers and one run at each of their places.
Swept sweptBy(const Descents &descents);

} // namespace thalweg
