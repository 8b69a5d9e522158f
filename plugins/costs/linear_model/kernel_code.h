#pragma once

#include "kernel.h"
#include "losses.h"

// The kernels for the instruction set that the including file is compiled for: see lanes.h.
namespace thalweg {
namespace {

constexpr std::size_t mostRowsInTile = 64;
constexpr std::size_t prefetchDistance = 12; // rows

/// Rows read at a time, so that the gradient finds them in the cache after the dot products: about 8 KB, in whole
/// lanes.
THALWEG_INLINE std::size_t rowsInTile(std::size_t columnCount)
{
    const std::size_t fitting = 1024 / (columnCount + 1) / 8 * 8;
    return fitting < 8 ? 8 : fitting > mostRowsInTile ? mostRowsInTile : fitting;
}

/// Loads from rows in vectors of eight. What the last vector of a row has too many belongs to the next row, meets a
/// weight of 0, and does no harm, since data are finite; only at the very end of the data there is none to read.
class RowReader {
public:
    THALWEG_INLINE explicit RowReader(const RowsView &rows)
        : whole(rows.columnCount / 8 * 8), rest_(rows.columnCount - whole),
          lastFull_(rows.rowCount * rows.columnCount >= 8 ? rows.x + rows.rowCount * rows.columnCount - 8 : nullptr)
    {
    }

    const std::size_t whole; ///< columns in full vectors
    THALWEG_INLINE bool hasRest() const { return rest_ > 0; }

    THALWEG_INLINE Lanes rest(const double *row) const
    {
        const double *from = row + whole;
        return lastFull_ && from <= lastFull_ ? load(from) : loadFirst(from, rest_);
    }

private:
    std::size_t rest_;
    const double *lastFull_; ///< where the last eight numbers begin
};

THALWEG_INLINE double dot(const RowReader &reader, const double *row, const double *w)
{
    Lanes sum = broadcast(0);
    for (std::size_t j = 0; j < reader.whole; j += 8)
        sum = sum + load(row + j) * load(w + j);
    if (reader.hasRest())
        sum = sum + reader.rest(row) * load(w + reader.whole);
    return total(sum);
}

/// gradient += Σₖ d[k] rows[k]
THALWEG_INLINE void addRows(
    const RowReader &reader, const double *const *rows, const double *d, std::size_t count, double *gradient)
{
    std::size_t j = 0;
    for (; j + 16 <= reader.whole; j += 16) {
        Lanes first = load(gradient + j);
        Lanes second = load(gradient + j + 8);
        for (std::size_t k = 0; k < count; ++k) {
            const Lanes factor = broadcast(d[k]);
            first = first + factor * load(rows[k] + j);
            second = second + factor * load(rows[k] + j + 8);
        }
        store(first, gradient + j);
        store(second, gradient + j + 8);
    }
    if (j < reader.whole) {
        Lanes sum = load(gradient + j);
        for (std::size_t k = 0; k < count; ++k)
            sum = sum + broadcast(d[k]) * load(rows[k] + j);
        store(sum, gradient + j);
    }
    if (reader.hasRest()) {
        Lanes sum = load(gradient + reader.whole);
        for (std::size_t k = 0; k < count; ++k)
            sum = sum + broadcast(d[k]) * reader.rest(rows[k]);
        store(sum, gradient + reader.whole);
    }
}

THALWEG_INLINE void prefetchRow(const RowsView &rows, std::ptrdiff_t row)
{
    const double *from = rows.x + static_cast<std::size_t>(row) * rows.columnCount;
    const std::size_t lines = (rows.columnCount + 7) / 8;
    for (std::size_t line = 0; line < (lines < 16 ? lines : 16); ++line)
        __builtin_prefetch(from + 8 * line);
    __builtin_prefetch(rows.y + row);
}

template <class Loss>
double sumOfLosses(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last,
    const double *w, double b, double *gradient)
{
    const RowReader reader(rows);
    const std::size_t tile = rowsInTile(rows.columnCount);
    const std::size_t interceptPlace = Kernel::padded(rows.columnCount);
    const double *row[mostRowsInTile];
    double z[mostRowsInTile];
    double y[mostRowsInTile];
    double value[mostRowsInTile];
    double derivative[mostRowsInTile];
    Lanes valueSum = broadcast(0);
    Lanes derivativeSum = broadcast(0);
    if (gradient)
        for (std::size_t j = 0; j < interceptPlace; j += 8)
            store(broadcast(0), gradient + j);
    if (order)
        for (std::size_t i = first; i < last && i < first + prefetchDistance; ++i)
            prefetchRow(rows, order[i]);

    for (std::size_t start = first; start < last; start += tile) {
        const std::size_t count = last - start < tile ? last - start : tile;
        const std::size_t lanes = Kernel::padded(count);
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t i = start + k;
            if (order && i + prefetchDistance < last)
                prefetchRow(rows, order[i + prefetchDistance]);
            const std::size_t which = order ? static_cast<std::size_t>(order[i]) : i;
            row[k] = rows.x + which * rows.columnCount;
            y[k] = rows.y[which];
            z[k] = dot(reader, row[k], w) + b;
        }
        for (std::size_t k = count; k < lanes; ++k)
            z[k] = y[k] = 0;
        for (std::size_t k = 0; k < lanes; k += 8) {
            const Losses losses = Loss::of(load(z + k), load(y + k));
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
            addRows(reader, row, derivative, count, gradient);
    }
    if (gradient)
        gradient[interceptPlace] = total(derivativeSum);
    return total(valueSum);
}

void linearPart(const RowsView &rows, std::size_t first, std::size_t last, const double *w, double b, double *z)
{
    const RowReader reader(rows);
    for (std::size_t i = first; i < last; ++i)
        *z++ = dot(reader, rows.x + i * rows.columnCount, w) + b;
}

} // namespace
} // namespace thalweg

#define THALWEG_KERNEL(name)                                                                                           \
    {                                                                                                                  \
        name, sumOfLosses<thalweg::SquaredLoss>, sumOfLosses<thalweg::LogisticLoss>, linearPart                        \
    }
