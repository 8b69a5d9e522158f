#pragma once

#include <cstddef>

namespace thalweg {

/// Rows of data as a kernel reads them: X row-major, finite, and a target a row. Made by PaddedRows.
struct RowsView {
    const double *x;
    const double *y;
    std::size_t rowCount;
    std::size_t columnCount;
    /// Kernels read rows in whole vectors of eight; what they read too much meets a weight of 0. The rows from this one
    /// on stand so near the end of X that this would reach beyond it: they are read from a copy.
    std::size_t firstCopied;
    const double *copies;
};

/// Where row `row` begins. Static, as the kernels compile it for instruction sets that not every processor has.
static inline const double *rowAt(const RowsView &rows, std::size_t row)
{
    return row < rows.firstCopied ? rows.x + row * rows.columnCount
                                  : rows.copies + (row - rows.firstCopied) * rows.columnCount;
}

/// The inner loops of a linear model z = w·x + b for one instruction set, chosen when the program runs.
///
/// All kernels give the same bits: sums run in eight lanes whatever the width of the processor's vectors, lane i of a
/// dot product takes the columns i, i + 8, …, lane i of a sum over rows the rows i, i + 8, …, and no product is fused
/// with a sum.
struct Kernel {
    /// Rows first … last-1 (of `order` where that is not null, else of the data): the sum of their losses. Writes the
    /// sum of the losses' derivatives by w into gradient[0 … n-1] and by b into gradient[padded(n)]; what is between
    /// them has no meaning. A null `gradient` asks for the losses alone. `w` has padded(n) numbers, of which those from
    /// n on are 0. `shape` is the one number that some losses have.
    using Sum = double (*)(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last,
        const double *w, double b, double shape, double *gradient);

    /// The same for K classes, whose z is w[c]·x + b[c] and whose loss is log Σ exp(z) - z of the class y. The weights
    /// of class c stand at w[c * stride(n)], its b behind them at padded(n), and the gradient likewise; `z` is room for
    /// K * mostRowsInTile numbers.
    using SumOfClasses = double (*)(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first,
        std::size_t last, const double *w, std::size_t classes, double *z, double *gradient);

    static constexpr std::size_t mostRowsInTile = 64;

    const char *name;
    // of a number y, with r = z - y
    Sum squared; ///< r²
    Sum absolute; ///< |r|
    Sum huber; ///< r²/2 where |r| ≤ shape, else shape (|r| - shape/2)
    Sum quantile; ///< (1 - shape) r where r > 0, else -shape r
    Sum epsilonInsensitive; ///< max(|r| - shape, 0)
    Sum logCosh; ///< log cosh r
    Sum poisson; ///< exp(z) - y z
    // of a class y = 0, 1, with t = s z, s = 2y - 1
    Sum logistic; ///< log(1 + exp(-t))
    Sum hinge; ///< max(1 - t, 0)
    Sum squaredHinge; ///< max(1 - t, 0)²
    Sum modifiedHuber; ///< max(1 - t, 0)² where t ≥ -1, else -4t

    SumOfClasses softmax;

    /// z of the rows first … last-1, into z[0 …].
    void (*linear)(const RowsView &rows, std::size_t first, std::size_t last, const double *w, double b, double *z);

    /// z becomes 1 / (1 + exp(-z)).
    void (*probabilities)(double *z, std::size_t count);

    /// z becomes exp(z).
    void (*exponentials)(double *z, std::size_t count);

    /// z[c * mostRowsInTile + i] of class c and row i becomes exp(z) / Σ exp(z) over the classes.
    void (*shares)(double *z, std::size_t classes);

    /// Up to whole vectors of eight.
    static constexpr std::size_t padded(std::size_t n) { return (n + 7) / 8 * 8; }
    /// From the weights of one class to those of the next.
    static constexpr std::size_t stride(std::size_t n) { return padded(n) + 8; }
};

/// Asks the processor to fetch a row; its first kilobyte, after which it fetches ahead by itself.
/// Static: see rowAt().
static inline void prefetchRow(const RowsView &rows, std::ptrdiff_t row)
{
    const double *from = rows.x + static_cast<std::size_t>(row) * rows.columnCount;
    const std::size_t lines = rows.columnCount / 8 + 1;
    for (std::size_t line = 0; line < (lines < 16 ? lines : 16); ++line)
        __builtin_prefetch(from + 8 * line);
    __builtin_prefetch(rows.y + row);
}

extern const Kernel baselineKernel;
#ifdef THALWEG_X86_KERNELS
extern const Kernel avx2Kernel;
extern const Kernel avx512Kernel;
#endif

} // namespace thalweg
