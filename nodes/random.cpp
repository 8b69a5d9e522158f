#include "random.h"

#include <cmath>

namespace thalweg {

double Random::normal()
{
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double u = 0;
    double v = 0;
    double square = 0;
    do {
        u = uniform(-1, 1);
        v = uniform(-1, 1);
        square = u * u + v * v;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    spare_ = v * factor;
    hasSpare_ = true;
    return u * factor;
}

std::uint64_t Random::below(std::uint64_t count)
{
    __extension__ using Wide = unsigned __int128;
    Wide product = Wide(engine_()) * count;
    if (static_cast<std::uint64_t>(product) < count) {
        const std::uint64_t threshold = (0 - count) % count;
        while (static_cast<std::uint64_t>(product) < threshold)
            product = Wide(engine_()) * count;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

} // namespace thalweg
