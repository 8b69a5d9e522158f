#pragma once

#include "lane_functions.h"

namespace thalweg {
namespace {

/// A loss of the margin z and the target y, and its derivative by z, of eight rows.
struct Losses {
    Lanes value;
    Lanes derivative;
};

/// (z - y)²
struct SquaredLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y)
    {
        const Lanes residual = z - y;
        return { residual * residual, residual + residual };
    }
};

/// log(1 + exp(-t)) with t = s z, s = 2y - 1; its derivative is -s / (1 + exp(t)). In terms of e = exp(-|t|), which
/// cannot overflow, they are max(-t, 0) + log(1 + e) and -s (t < 0 ? 1 : e) / (1 + e).
struct LogisticLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y)
    {
        const Lanes zero = broadcast(0);
        const Lanes one = broadcast(1);
        const Lanes s = y + y - one;
        const Lanes t = s * z;
        const Lanes minusT = zero - t;
        const Lanes e = expOfNegative(whereLess(t, zero, t, minusT));
        return { whereLess(t, zero, minusT, zero) + log1pOfUnit(e),
            (zero - s) * whereLess(t, zero, one, e) / (one + e) };
    }
};

} // namespace
} // namespace thalweg
