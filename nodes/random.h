#pragma once

#include "export.h"

#include <cstdint>
#include <random>

namespace thalweg {

/// Random numbers that are the same on every machine: a 64-bit Mersenne Twister, and distributions of our own (those of
/// the standard library differ from one implementation to the next).
class THALWEG_EXPORT Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) { }

    /// In [0, 1), 53 bits.
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }

    /// Mean 0, variance 1 (Marsaglia's polar method).
    double normal();

    /// In 0 … count-1, each as likely as the other (Lemire 2019, https://arxiv.org/abs/1805.10941); count > 0.
    std::uint64_t below(std::uint64_t count);

private:
    std::mt19937_64 engine_;
    double spare_ = 0;
    bool hasSpare_ = false;
};

/// The order of 0 … count-1 shuffled in place (Fisher–Yates).
template <class Sequence> void shuffle(Sequence &sequence, Random &random)
{
    for (auto count = sequence.size(); count > 1; --count)
        std::swap(sequence[count - 1], sequence[random.below(count)]);
}

} // namespace thalweg
