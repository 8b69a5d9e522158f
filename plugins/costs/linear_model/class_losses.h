#pragma once

#include "losses.h"

// Losses of one of two classes y = 0, 1; with s = 2y - 1 = ±1, t = s z is the margin.
namespace thalweg {
namespace {

THALWEG_INLINE Lanes signOfClass(const Lanes &y)
{
    return y + y - broadcast(1);
}

/// max(1 - t, 0)
THALWEG_INLINE Lanes shortfall(const Lanes &s, const Lanes &z)
{
    const Lanes zero = broadcast(0);
    const Lanes missing = broadcast(1) - s * z;
    return whereLess(missing, zero, zero, missing);
}

/// log(1 + exp(-t)); its derivative is -s / (1 + exp(t)). In terms of e = exp(-|t|), which cannot overflow, they are
/// max(-t, 0) + log(1 + e) and -s (t < 0 ? 1 : e) / (1 + e).
struct LogisticLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes zero = broadcast(0);
        const Lanes one = broadcast(1);
        const Lanes s = signOfClass(y);
        const Lanes t = s * z;
        const Lanes minusT = zero - t;
        const Lanes e = expBelow710(whereLess(t, zero, t, minusT));
        return { whereLess(t, zero, minusT, zero) + log1pOfUnit(e),
            (zero - s) * whereLess(t, zero, one, e) / (one + e) };
    }
};

/// max(1 - t, 0)
struct HingeLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes s = signOfClass(y);
        const Lanes missing = shortfall(s, z);
        return { missing, (broadcast(0) - s) * sign(missing) };
    }
};

/// max(1 - t, 0)²
struct SquaredHingeLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes s = signOfClass(y);
        const Lanes missing = shortfall(s, z);
        return { missing * missing, broadcast(-2) * s * missing };
    }
};

/// max(1 - t, 0)² where t ≥ -1, else -4t: c (2h - c) with h = max(1 - t, 0) and c = min(h, 2).
struct ModifiedHuberLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes s = signOfClass(y);
        const Lanes missing = shortfall(s, z);
        const Lanes two = broadcast(2);
        const Lanes capped = whereLess(two, missing, two, missing);
        return { capped * (missing + missing - capped), broadcast(-2) * s * capped };
    }
};

} // namespace
} // namespace thalweg
