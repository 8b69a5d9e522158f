#pragma once

#include <algorithm>
#include <chrono>

namespace thalweg {

/// Seconds since it was made. Reading the clock takes longer than an iteration on a small objective, so where
/// iterations are short the clock is read only now and then; what it says is at most about 20 µs old.
class Stopwatch {
public:
    double seconds()
    {
        if (--readsLeft_ > 0)
            return seconds_;
        const double now = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        stride_ = now - seconds_ < 10e-6 ? std::min(2 * stride_, 64) : std::max(stride_ / 2, 1);
        readsLeft_ = stride_;
        return seconds_ = now;
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double seconds_ = 0;
    int stride_ = 1;
    int readsLeft_ = 1;
};

} // namespace thalweg
