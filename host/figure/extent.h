#pragma once

#include <thalweg/figure.h>

#include <cmath>
#include <limits>

namespace thalweg {

/// From the least to the greatest of some numbers; those that are not finite do not count.
struct Extent {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();
    double leastAboveZero = std::numeric_limits<double>::infinity();

    bool isEmpty() const { return !(least <= greatest); }

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        least = std::min(least, value);
        greatest = std::max(greatest, value);
        if (value > 0)
            leastAboveZero = std::min(leastAboveZero, value);
    }
};

struct Extents {
    Extent x, y;
    Extent z; ///< of what stands on the floor of a figure with a surface
    bool filled = false; ///< by a heat map, which leaves no margin
};

/// What the layers cover, whatever the step cursor: axes do not move while a descent is replayed.
Extents extents(const std::vector<Layer> &layers);

} // namespace thalweg
