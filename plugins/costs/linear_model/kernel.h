#pragma once

#include <cstddef>

namespace thalweg {

/// Rows of data as a kernel reads them: X row-major, finite, and a target a row.
struct RowsView {
    const double *x;
    const double *y;
    std::size_t rowCount;
    std::size_t columnCount;
};

/// The inner loops of a linear model z = w·x + b for one instruction set, chosen when the program runs.
///
/// All kernels give the same bits: sums run in eight lanes whatever the width of the processor's vectors, lane i of a
/// dot product takes the columns i, i + 8, …, lane i of a sum over rows the rows i, i + 8, …, and no product is fused
/// with a sum.
struct Kernel {
    /// Rows first … last-1 (of `order` where that is not null, else of the data): the sum of their losses. Writes the
    /// sum of the losses' derivatives by w into gradient[0 … n-1] and by b into gradient[padded(n)]; what is between
    /// them has no meaning. A null `gradient` asks for the losses alone. `w` has padded(n) numbers, of which those from
    /// n on are 0.
    using Sum = double (*)(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last,
        const double *w, double b, double *gradient);

    const char *name;
    Sum squared; ///< (z - y)²
    Sum logistic; ///< log(1 + exp(-s z)), s = 2y - 1 = ±1
    /// z of the rows first … last-1, into z[0 …].
    void (*linear)(const RowsView &rows, std::size_t first, std::size_t last, const double *w, double b, double *z);

    /// Up to whole vectors of eight.
    static constexpr std::size_t padded(std::size_t n) { return (n + 7) / 8 * 8; }
};

extern const Kernel baselineKernel;
#ifdef THALWEG_X86_KERNELS
extern const Kernel avx2Kernel;
extern const Kernel avx512Kernel;
#endif

} // namespace thalweg
