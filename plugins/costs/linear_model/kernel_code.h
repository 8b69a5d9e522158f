#pragma once

#include "class_losses.h"
#include "kernel.h"
#include "regression_losses.h"

// The kernels for the instruction set that the including file is compiled for: see lanes.h.
namespace thalweg {
namespace {

constexpr std::size_t mostRowsInTile = Kernel::mostRowsInTile;
constexpr int together = THALWEG_VECTOR == 2 ? 2 : 4; // sums of eight lanes: as many as there are registers for
constexpr std::size_t prefetchDistance = 12; // rows

/// Rows read at a time, so that the gradient finds them in the cache after the dot products: about 8 KB, in whole
/// lanes.
THALWEG_INLINE std::size_t rowsInTile(std::size_t columnCount)
{
    const std::size_t fitting = 1024 / (columnCount + 1) / 8 * 8;
    return fitting < 8 ? 8 : fitting > mostRowsInTile ? mostRowsInTile : fitting;
}

/// w·row + b. One row after the other, in the order of their addresses: several at once are faster from the cache, but
/// take twice the time from memory, whose prefetcher follows one stream.
THALWEG_INLINE double dot(std::size_t columns, const double *row, const double *w, double b)
{
    Lanes sum = broadcast(0);
    for (std::size_t j = 0; j < columns; j += 8)
        sum = sum + load(row + j) * load(w + j);
    return total(sum) + b;
}

/// gradient += Σₖ d[k] rows[k] for `vectors` vectors of columns from `column` on, each held in registers.
template <int vectors>
THALWEG_INLINE void addColumns(
    const double *const *rows, const double *d, std::size_t count, std::size_t column, double *gradient)
{
    Lanes sums[vectors];
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v)
        sums[v] = load(gradient + column + 8 * v);
    for (std::size_t k = 0; k < count; ++k) {
        const Lanes factor = broadcast(d[k]);
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            sums[v] = sums[v] + factor * load(rows[k] + column + 8 * v);
    }
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v)
        store(sums[v], gradient + column + 8 * v);
}

/// gradient += Σₖ d[k] rows[k]
THALWEG_INLINE void addRows(
    std::size_t columns, const double *const *rows, const double *d, std::size_t count, double *gradient)
{
    std::size_t column = 0;
    for (; column + 8 * together <= columns; column += 8 * together)
        addColumns<together>(rows, d, count, column, gradient);
    switch ((columns - column) / 8) {
    case 3:
        addColumns<3>(rows, d, count, column, gradient);
        break;
    case 2:
        addColumns<2>(rows, d, count, column, gradient);
        break;
    case 1:
        addColumns<1>(rows, d, count, column, gradient);
        break;
    default:
        break;
    }
}

/// Rows start … start + count - 1 of the `order` (or of the data) that ends at `last`: where each begins, and its
/// target; zeros fill the targets up to a whole vector.
THALWEG_INLINE void readTile(const RowsView &rows, const std::ptrdiff_t *order, std::size_t start, std::size_t count,
    std::size_t last, const double **row, double *y)
{
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t i = start + k;
        if (order && i + prefetchDistance < last)
            prefetchRow(rows, order[i + prefetchDistance]);
        const std::size_t which = order ? static_cast<std::size_t>(order[i]) : i;
        row[k] = rowAt(rows, which);
        y[k] = rows.y[which];
    }
    for (std::size_t k = count; k < Kernel::padded(count); ++k)
        y[k] = 0;
}

THALWEG_INLINE void prefetchFirst(
    const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last)
{
    if (order)
        for (std::size_t i = first; i < last && i < first + prefetchDistance; ++i)
            prefetchRow(rows, order[i]);
}

template <class Loss>
double sumOfLosses(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last,
    const double *w, double b, double shape, double *gradient)
{
    const Lanes shapes = broadcast(shape);
    const std::size_t columns = Kernel::padded(rows.columnCount);
    const std::size_t tile = rowsInTile(rows.columnCount);
    const double *row[mostRowsInTile];
    double z[mostRowsInTile];
    double y[mostRowsInTile];
    double value[mostRowsInTile];
    double derivative[mostRowsInTile];
    Lanes valueSum = broadcast(0);
    Lanes derivativeSum = broadcast(0);
    if (gradient)
        for (std::size_t j = 0; j < columns; j += 8)
            store(broadcast(0), gradient + j);
    prefetchFirst(rows, order, first, last);

    for (std::size_t start = first; start < last; start += tile) {
        const std::size_t count = last - start < tile ? last - start : tile;
        const std::size_t lanes = Kernel::padded(count);
        readTile(rows, order, start, count, last, row, y);
        for (std::size_t k = 0; k < count; ++k)
            z[k] = dot(columns, row[k], w, b);
        for (std::size_t k = count; k < lanes; ++k)
            z[k] = 0;
        for (std::size_t k = 0; k < lanes; k += 8) {
            const Losses losses = Loss::of(load(z + k), load(y + k), shapes);
            store(losses.value, value + k);
            store(losses.derivative, derivative + k);
        }
        for (std::size_t k = count; k < lanes; ++k)
            value[k] = derivative[k] = 0;
        for (std::size_t k = 0; k < lanes; k += 8) {
            valueSum = valueSum + load(value + k);
            derivativeSum = derivativeSum + load(derivative + k);
        }
        if (gradient)
            addRows(columns, row, derivative, count, gradient);
    }
    if (gradient)
        gradient[columns] = total(derivativeSum);
    return total(valueSum);
}

void linearPart(const RowsView &rows, std::size_t first, std::size_t last, const double *w, double b, double *z)
{
    for (std::size_t i = first; i < last; ++i)
        *z++ = dot(Kernel::padded(rows.columnCount), rowAt(rows, i), w, b);
}

/// z becomes function(z).
template <class Function> THALWEG_INLINE void apply(double *z, std::size_t count, const Function &function)
{
    for (std::size_t i = 0; i < count; i += 8) {
        const std::size_t rest = count - i < 8 ? count - i : 8;
        double result[8];
        store(function(loadFirst(z + i, rest)), result);
        for (std::size_t k = 0; k < rest; ++k)
            z[i + k] = result[k];
    }
}

void probabilities(double *z, std::size_t count)
{
    apply(
        z, count, [](const Lanes &x) __attribute__((always_inline)) {
            return LogisticLoss::of(x, broadcast(0), broadcast(0)).derivative;
        });
}

void exponentials(double *z, std::size_t count)
{
    apply(
        z, count, [](const Lanes &x) __attribute__((always_inline)) { return exp(x); });
}

} // namespace
} // namespace thalweg
