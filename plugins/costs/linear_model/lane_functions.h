#pragma once

#include "lanes.h"

namespace thalweg {
namespace {

template <std::size_t n> THALWEG_INLINE Lanes polynomial(const Lanes &x, const double (&coefficients)[n])
{
    Lanes sum = broadcast(coefficients[n - 1]);
#pragma GCC unroll 16
    for (std::size_t i = 2; i <= n; ++i)
        sum = sum * x + broadcast(coefficients[n - i]);
    return sum;
}

/// x clamped to lower … upper; what is no number stays so.
THALWEG_INLINE Lanes clamp(const Lanes &x, const Lanes &lower, const Lanes &upper)
{
    return whereLess(x, lower, lower, whereLess(upper, x, upper, x));
}

THALWEG_INLINE Lanes abs(const Lanes &x)
{
    const Lanes zero = broadcast(0);
    return whereLess(x, zero, zero - x, x);
}

/// -1, 0 or 1; what is no number stays so.
THALWEG_INLINE Lanes sign(const Lanes &x)
{
    const Lanes zero = broadcast(0);
    return whereLess(x, zero, broadcast(-1), whereLess(zero, x, broadcast(1), x));
}

/// eˣ for x ≤ 710, to one unit in the last place. With k the whole number nearest to x / log 2 and r = x - k log 2,
/// eˣ = 2ᵏ eʳ; eʳ = 1 + r + r² P(r), where P is the best polynomial of degree 10 for |r| ≤ (log 2) / 2, with a relative
/// error of eʳ below 2e-19.
THALWEG_INLINE Lanes expBelow710(const Lanes &exponent)
{
    static constexpr double p[] = { 0x1.0000000000000p-1, 0x1.5555555555557p-3, 0x1.5555555555556p-5,
        0x1.11111111100dcp-7, 0x1.6c16c16c162d4p-10, 0x1.a01a01abe7fe1p-13, 0x1.a01a01a6d889cp-16,
        0x1.71de0231960ebp-19, 0x1.27e4db646b17ep-22, 0x1.af4de97ca4194p-26, 0x1.1f730349868cep-29 };
    const Lanes rounder = broadcast(0x1.8p52); // what is added to it is rounded to a whole number, kept in the low bits
    const Lanes least = broadcast(-746); // e^-746 is 0
    const Lanes x = whereLess(exponent, least, least, exponent);
    const Lanes k = x * broadcast(0x1.71547652b82fep+0) + rounder - rounder;
    const Lanes r = (x - k * broadcast(0x1.62e42feep-1)) - k * broadcast(0x1.a39ef35793c76p-33);
    const Lanes power = broadcast(1) + (r + r * r * polynomial(r, p));
    // 2ᵏ in two factors, since 2ᵏ alone may be too small for a double of full precision.
    const auto twoTo = [](const Lanes &whole) __attribute__((always_inline))
    {
        const Lanes bits = whole + broadcast(0x1.8p52 + 1023);
        return makeLanes([&](int i) __attribute__((always_inline)) {
            return reinterpret_cast<Vector>(reinterpret_cast<VectorBits>(bits.part[i]) << 52);
        });
    };
    const Lanes half = k * broadcast(0.5) + rounder - rounder;
    return power * twoTo(half) * twoTo(k - half);
}

/// eˣ, infinite from where it overflows.
THALWEG_INLINE Lanes exp(const Lanes &x)
{
    const Lanes most = broadcast(710); // e^710 is infinite
    return expBelow710(whereLess(most, x, most, x));
}

/// log(1 + x) for 0 ≤ x ≤ 1, to one unit in the last place. Above √2 - 1 it is log 2 + log(1 + f) with f = (x - 1) / 2,
/// else f = x; with s = f / (2 + f), log(1 + f) = 2 artanh s = f - f²/2 + s (f²/2 + s² R(s²)) (the form of FDLIBM's
/// log), where R is the best polynomial of degree 7, with an error below 2e-21.
THALWEG_INLINE Lanes log1pOfUnit(const Lanes &x)
{
    static constexpr double p[] = { 0x1.5555555555555p-1, 0x1.9999999999a39p-2, 0x1.2492492476a1ap-2,
        0x1.c71c7201a55d7p-3, 0x1.745cf8e4bba1bp-3, 0x1.3b1c3c1c81c8fp-3, 0x1.0fbde0f4ad17bp-3, 0x1.0c0aff044a970p-3 };
    const Lanes zero = broadcast(0);
    const Lanes border = broadcast(0x1.a827999fcef32p-2);
    const Lanes f = whereLess(border, x, (x - broadcast(1)) * broadcast(0.5), x);
    const Lanes logHigh = whereLess(border, x, broadcast(0x1.62e42feep-1), zero);
    const Lanes logLow = whereLess(border, x, broadcast(0x1.a39ef35793c76p-33), zero);
    const Lanes s = f / (broadcast(2) + f);
    const Lanes z = s * s;
    const Lanes halfSquare = broadcast(0.5) * f * f;
    return logHigh - ((halfSquare - (s * (halfSquare + z * polynomial(z, p)) + logLow)) - f);
}

} // namespace
} // namespace thalweg
