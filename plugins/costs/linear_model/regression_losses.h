#pragma once

#include "losses.h"

// Losses of a number y; r = z - y is the residual.
namespace thalweg {
namespace {

/// r²
struct SquaredLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes residual = z - y;
        return { residual * residual, residual + residual };
    }
};

/// |r|
struct AbsoluteLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes residual = z - y;
        return { abs(residual), sign(residual) };
    }
};

/// r²/2 where |r| ≤ delta, else delta (|r| - delta/2): c (r - c/2) with c = r clamped to ±delta.
struct HuberLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &delta)
    {
        const Lanes residual = z - y;
        const Lanes clamped = clamp(residual, broadcast(0) - delta, delta);
        return { clamped * (residual - broadcast(0.5) * clamped), clamped };
    }
};

/// (1 - tau) r where r > 0, else -tau r
struct QuantileLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &tau)
    {
        const Lanes zero = broadcast(0);
        const Lanes residual = z - y;
        const Lanes above = broadcast(1) - tau;
        const Lanes below = zero - tau;
        return { residual * whereLess(zero, residual, above, below),
            whereLess(zero, residual, above, whereLess(residual, zero, below, residual)) };
    }
};

/// max(|r| - epsilon, 0)
struct EpsilonInsensitiveLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &epsilon)
    {
        const Lanes zero = broadcast(0);
        const Lanes residual = z - y;
        const Lanes excess = abs(residual) - epsilon;
        const Lanes counted = whereLess(excess, zero, zero, excess);
        return { counted, sign(residual) * sign(counted) };
    }
};

/// log cosh r. With a = |r|: for small a ½ log(1 + sinh² a), whose series have positive terms alone; for others
/// a + log(1 + exp(-2a)) - log 2.
struct LogCoshLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        // 1/(2k+1)! and 1/(2k)!: what is left out is below 1e-18 for a ≤ 3/4.
        static constexpr double sinhSeries[] = { 1., 1. / 6, 1. / 120, 1. / 5040, 1. / 362880, 1. / 39916800,
            1. / 6227020800, 1. / 1307674368000, 1. / 355687428096000 };
        static constexpr double coshSeries[] = { 1., 1. / 2, 1. / 24, 1. / 720, 1. / 40320, 1. / 3628800,
            1. / 479001600, 1. / 87178291200, 1. / 20922789888000 };
        const Lanes border = broadcast(0.75);
        const Lanes one = broadcast(1);
        const Lanes half = broadcast(0.5);
        const Lanes residual = z - y;
        const Lanes a = abs(residual);

        const Lanes small = whereLess(a, border, residual, broadcast(0));
        const Lanes square = small * small;
        const Lanes sinh = small * polynomial(square, sinhSeries);
        const Lanes tanhOfSmall = sinh / polynomial(square, coshSeries);

        const Lanes e = expBelow710(broadcast(-2) * a);
        const Lanes logOfLarge = a + (log1pOfUnit(e) - broadcast(0x1.62e42fefa39efp-1));
        const Lanes tanhOfLarge = sign(residual) * ((one - e) / (one + e));
        return { whereLess(a, border, half * log1pOfUnit(sinh * sinh), logOfLarge),
            whereLess(a, border, tanhOfSmall, tanhOfLarge) };
    }
};

/// exp(z) - y z: the negative logarithm of a Poisson distribution of mean exp(z), without log y!.
struct PoissonLoss {
    static THALWEG_INLINE Losses of(const Lanes &z, const Lanes &y, const Lanes &)
    {
        const Lanes mean = exp(z);
        return { mean - y * z, mean - y };
    }
};

} // namespace
} // namespace thalweg
