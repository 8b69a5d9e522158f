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

/// z[k] = w·rows[k] + b for `count` rows at a time, since a sum must wait for the one before.
template <int count>
THALWEG_INLINE void dotTogether(
    const RowReader &reader, const double *const *rows, const double *w, double b, double *z)
{
    Lanes sums[count];
#pragma GCC unroll 4
    for (int k = 0; k < count; ++k)
        sums[k] = broadcast(0);
    for (std::size_t j = 0; j < reader.whole; j += 8) {
        const Lanes weights = load(w + j);
#pragma GCC unroll 4
        for (int k = 0; k < count; ++k)
            sums[k] = sums[k] + load(rows[k] + j) * weights;
    }
    if (reader.hasRest()) {
        const Lanes weights = load(w + reader.whole);
#pragma GCC unroll 4
        for (int k = 0; k < count; ++k)
            sums[k] = sums[k] + reader.rest(rows[k]) * weights;
    }
#pragma GCC unroll 4
    for (int k = 0; k < count; ++k)
        z[k] = total(sums[k]) + b;
}

/// z[k] = w·rows[k] + b
THALWEG_INLINE void dot(
    const RowReader &reader, const double *const *rows, std::size_t count, const double *w, double b, double *z)
{
    constexpr int together = THALWEG_VECTOR == 2 ? 2 : 4; // as many as there are registers for
    std::size_t k = 0;
    for (; k + together <= count; k += together)
        dotTogether<together>(reader, rows + k, w, b, z + k);
    for (; k < count; ++k)
        dotTogether<1>(reader, rows + k, w, b, z + k);
}

/// gradient += Σₖ d[k] rows[k] for `vectors` vectors of columns from `column` on, the last of them the rest of the row
/// if `hasRest`. Several at a time, since a sum must wait for the one before.
template <int vectors, bool hasRest>
THALWEG_INLINE void addColumns(const RowReader &reader, const double *const *rows, const double *d, std::size_t count,
    std::size_t column, double *gradient)
{
    Lanes sums[vectors];
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v)
        sums[v] = load(gradient + column + 8 * v);
    for (std::size_t k = 0; k < count; ++k) {
        const Lanes factor = broadcast(d[k]);
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            sums[v] = sums[v]
                + factor * (hasRest && v + 1 == vectors ? reader.rest(rows[k]) : load(rows[k] + column + 8 * v));
    }
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v)
        store(sums[v], gradient + column + 8 * v);
}

/// gradient += Σₖ d[k] rows[k]
THALWEG_INLINE void addRows(
    const RowReader &reader, const double *const *rows, const double *d, std::size_t count, double *gradient)
{
    std::size_t column = 0;
    for (; column + 32 <= reader.whole; column += 32)
        addColumns<4, false>(reader, rows, d, count, column, gradient);
    const std::size_t vectorsLeft = (reader.whole - column) / 8;
    const auto addLast = [&]<bool hasRest>() __attribute__((always_inline))
    {
        constexpr int rest = hasRest ? 1 : 0;
        if (vectorsLeft == 3)
            addColumns<3 + rest, hasRest>(reader, rows, d, count, column, gradient);
        else if (vectorsLeft == 2)
            addColumns<2 + rest, hasRest>(reader, rows, d, count, column, gradient);
        else if (vectorsLeft == 1)
            addColumns<1 + rest, hasRest>(reader, rows, d, count, column, gradient);
        else if constexpr (hasRest)
            addColumns<1, true>(reader, rows, d, count, column, gradient);
    };
    if (reader.hasRest())
        addLast.template operator()<true>();
    else
        addLast.template operator()<false>();
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
        }
        dot(reader, row, count, w, b, z);
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
    for (std::size_t i = first; i < last; ++i) {
        const double *row = rows.x + i * rows.columnCount;
        dotTogether<1>(reader, &row, w, b, z++);
    }
}

void probabilities(double *z, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += 8) {
        const std::size_t rest = count - i < 8 ? count - i : 8;
        double p[8];
        store(LogisticLoss::of(loadFirst(z + i, rest), broadcast(0)).derivative, p);
        for (std::size_t k = 0; k < rest; ++k)
            z[i + k] = p[k];
    }
}

} // namespace
} // namespace thalweg

#define THALWEG_KERNEL(name)                                                                                           \
    {                                                                                                                  \
        name, sumOfLosses<thalweg::SquaredLoss>, sumOfLosses<thalweg::LogisticLoss>, linearPart, probabilities         \
    }
