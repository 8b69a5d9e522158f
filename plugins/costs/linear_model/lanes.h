#pragma once

#include <cstddef>
#include <cstdint>

// Included by the kernels alone, each of which is compiled for another instruction set: everything here is local to the
// file that includes it, or the linker would merge what must stay apart. THALWEG_VECTOR is the processor's vector width
// in doubles.
namespace thalweg {
namespace {

using Vector = double __attribute__((vector_size(THALWEG_VECTOR * 8)));
using VectorBits = std::int64_t __attribute__((vector_size(THALWEG_VECTOR * 8)));
using LooseVector = double __attribute__((vector_size(THALWEG_VECTOR * 8), aligned(8), may_alias));

/// Eight doubles, as vectors as wide as the processor has them: GCC keeps a wider vector in memory.
struct Lanes {
    static constexpr int count = 8 / THALWEG_VECTOR;
    Vector part[count];
};

#define THALWEG_INLINE __attribute__((always_inline)) inline

template <class Make> THALWEG_INLINE Lanes makeLanes(const Make &make)
{
    Lanes lanes;
#pragma GCC unroll 4
    for (int i = 0; i < Lanes::count; ++i)
        lanes.part[i] = make(i);
    return lanes;
}

THALWEG_INLINE Lanes broadcast(double value)
{
    return makeLanes([&](int) __attribute__((always_inline)) { return Vector {} + value; });
}

THALWEG_INLINE Lanes load(const double *from)
{
    return makeLanes([&](int i) __attribute__((always_inline)) {
        return *reinterpret_cast<const LooseVector *>(from + i * THALWEG_VECTOR);
    });
}

/// The first `count` of the eight; the others are 0.
THALWEG_INLINE Lanes loadFirst(const double *from, std::size_t count)
{
    double eight[8] = {};
    for (std::size_t i = 0; i < count; ++i)
        eight[i] = from[i];
    return load(eight);
}

THALWEG_INLINE void store(const Lanes &lanes, double *to)
{
#pragma GCC unroll 4
    for (int i = 0; i < Lanes::count; ++i)
        *reinterpret_cast<LooseVector *>(to + i * THALWEG_VECTOR) = lanes.part[i];
}

THALWEG_INLINE Lanes operator+(const Lanes &a, const Lanes &b)
{
    return makeLanes([&](int i) __attribute__((always_inline)) { return a.part[i] + b.part[i]; });
}
THALWEG_INLINE Lanes operator-(const Lanes &a, const Lanes &b)
{
    return makeLanes([&](int i) __attribute__((always_inline)) { return a.part[i] - b.part[i]; });
}
THALWEG_INLINE Lanes operator*(const Lanes &a, const Lanes &b)
{
    return makeLanes([&](int i) __attribute__((always_inline)) { return a.part[i] * b.part[i]; });
}
THALWEG_INLINE Lanes operator/(const Lanes &a, const Lanes &b)
{
    return makeLanes([&](int i) __attribute__((always_inline)) { return a.part[i] / b.part[i]; });
}

/// `yes` where a < b, else `no`.
THALWEG_INLINE Lanes whereLess(const Lanes &a, const Lanes &b, const Lanes &yes, const Lanes &no)
{
    return makeLanes([&](int i)
            __attribute__((always_inline)) { return a.part[i] < b.part[i] ? yes.part[i] : no.part[i]; });
}

/// ((0+4) + (2+6)) + ((1+5) + (3+7))
THALWEG_INLINE double total(const Lanes &lanes)
{
#if THALWEG_VECTOR == 2
    const Vector two = (lanes.part[0] + lanes.part[2]) + (lanes.part[1] + lanes.part[3]);
#else
#if THALWEG_VECTOR == 4
    const Vector four = lanes.part[0] + lanes.part[1];
#else
    const Vector eight = lanes.part[0];
    const auto four
        = __builtin_shufflevector(eight, eight, 0, 1, 2, 3) + __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
#endif
    const auto two = __builtin_shufflevector(four, four, 0, 1) + __builtin_shufflevector(four, four, 2, 3);
#endif
    return two[0] + two[1];
}

} // namespace
} // namespace thalweg
