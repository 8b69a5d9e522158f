#pragma once

#include "kernel_code.h"

// The loss of K classes, for the instruction set that the including file is compiled for.
namespace thalweg {
namespace {

/// `yes` where the whole numbers a and b are the same.
THALWEG_INLINE Lanes whereSame(const Lanes &a, const Lanes &b, const Lanes &yes, const Lanes &no)
{
    return whereLess(a, b, no, whereLess(b, a, no, yes));
}

/// The greatest z of eight rows, and its class.
struct Greatest {
    Lanes z;
    Lanes number;
};

THALWEG_INLINE Greatest greatest(const double *z, std::size_t classes)
{
    Greatest found { load(z), broadcast(0) };
    for (std::size_t c = 1; c < classes; ++c) {
        const Lanes other = load(z + c * mostRowsInTile);
        found.number = whereLess(found.z, other, broadcast(static_cast<double>(c)), found.number);
        found.z = whereLess(found.z, other, other, found.z);
    }
    return found;
}

/// z of each class becomes e = exp(z - greatest z), and the sum of those but the greatest's 1 is returned.
THALWEG_INLINE Lanes exponentialsOf(double *z, std::size_t classes, const Greatest &most)
{
    Lanes rest = broadcast(0);
    for (std::size_t c = 0; c < classes; ++c) {
        const Lanes e = expBelow710(load(z + c * mostRowsInTile) - most.z);
        rest = rest + whereSame(most.number, broadcast(static_cast<double>(c)), broadcast(0), e);
        store(e, z + c * mostRowsInTile);
    }
    return rest;
}

/// log(1 + x) for 0 ≤ x ≤ most. 1 + x is halved until it is at most 2.
THALWEG_INLINE Lanes log1pUpTo(double most, Lanes x)
{
    const Lanes one = broadcast(1);
    Lanes halvings = broadcast(0);
    for (; most > 1; most = (most - 1) / 2) {
        halvings = whereLess(one, x, halvings + one, halvings);
        x = whereLess(one, x, (x - one) * broadcast(0.5), x);
    }
    return halvings * broadcast(0x1.62e42fefa39efp-1) + log1pOfUnit(x);
}

/// Losses of eight rows, z[c * mostRowsInTile + 0 … 7] for class c, in which it leaves the losses' derivatives by z.
/// With e of a class = exp(z - greatest z) the loss is log Σ e - (z of y - greatest z), and the derivative e / Σ e,
/// less 1 for the class y; that is written as minus the share of the others, which does not cancel.
THALWEG_INLINE Lanes softmaxLosses(double *z, const Lanes &y, std::size_t classes)
{
    const Greatest most = greatest(z, classes);
    Lanes own = broadcast(0);
    for (std::size_t c = 0; c < classes; ++c)
        own = whereSame(y, broadcast(static_cast<double>(c)), load(z + c * mostRowsInTile), own);
    const Lanes rest = exponentialsOf(z, classes, most);
    const Lanes one = broadcast(1);
    const Lanes sum = one + rest;
    for (std::size_t c = 0; c < classes; ++c) {
        const Lanes number = broadcast(static_cast<double>(c));
        const Lanes e = load(z + c * mostRowsInTile);
        const Lanes others = whereSame(most.number, number, rest, one + (rest - e));
        store(whereSame(y, number, broadcast(0) - others, e) / sum, z + c * mostRowsInTile);
    }
    return log1pUpTo(static_cast<double>(classes - 1), rest) + (most.z - own);
}

double sumOfSoftmaxLosses(const RowsView &rows, const std::ptrdiff_t *order, std::size_t first, std::size_t last,
    const double *w, std::size_t classes, double *z, double *gradient)
{
    const std::size_t columns = Kernel::padded(rows.columnCount);
    const std::size_t stride = Kernel::stride(rows.columnCount);
    const std::size_t tile = rowsInTile(rows.columnCount);
    const double *row[mostRowsInTile];
    double y[mostRowsInTile];
    Lanes valueSum = broadcast(0);
    if (gradient)
        for (std::size_t j = 0; j < classes * stride; j += 8)
            store(broadcast(0), gradient + j);
    prefetchFirst(rows, order, first, last);

    for (std::size_t start = first; start < last; start += tile) {
        const std::size_t count = last - start < tile ? last - start : tile;
        const std::size_t lanes = Kernel::padded(count);
        readTile(rows, order, start, count, last, row, y);
        for (std::size_t c = 0; c < classes; ++c) {
            double *own = z + c * mostRowsInTile;
            for (std::size_t k = 0; k < count; ++k)
                own[k] = dot(columns, row[k], w + c * stride, w[c * stride + columns]);
            for (std::size_t k = count; k < lanes; ++k)
                own[k] = 0;
        }
        for (std::size_t k = 0; k < lanes; k += 8) {
            double value[8];
            store(softmaxLosses(z + k, load(y + k), classes), value);
            for (std::size_t i = count; i < k + 8; ++i)
                value[i - k] = 0;
            valueSum = valueSum + load(value);
        }
        if (gradient)
            for (std::size_t c = 0; c < classes; ++c) {
                double *own = z + c * mostRowsInTile;
                Lanes derivativeSum = load(gradient + c * stride + columns);
                for (std::size_t k = count; k < lanes; ++k)
                    own[k] = 0;
                for (std::size_t k = 0; k < lanes; k += 8)
                    derivativeSum = derivativeSum + load(own + k);
                store(derivativeSum, gradient + c * stride + columns);
                addRows(columns, row, own, count, gradient + c * stride);
            }
    }
    if (gradient)
        for (std::size_t c = 0; c < classes; ++c) {
            double *byIntercept = gradient + c * stride + columns;
            *byIntercept = total(load(byIntercept));
        }
    return total(valueSum);
}

void shares(double *z, std::size_t classes)
{
    for (std::size_t k = 0; k < mostRowsInTile; k += 8) {
        const Greatest most = greatest(z + k, classes);
        const Lanes sum = broadcast(1) + exponentialsOf(z + k, classes, most);
        for (std::size_t c = 0; c < classes; ++c)
            store(load(z + k + c * mostRowsInTile) / sum, z + k + c * mostRowsInTile);
    }
}

/// The kernel of this instruction set.
constexpr Kernel makeKernel(const char *name)
{
    return {
        .name = name,
        .squared = sumOfLosses<SquaredLoss>,
        .absolute = sumOfLosses<AbsoluteLoss>,
        .huber = sumOfLosses<HuberLoss>,
        .quantile = sumOfLosses<QuantileLoss>,
        .epsilonInsensitive = sumOfLosses<EpsilonInsensitiveLoss>,
        .logCosh = sumOfLosses<LogCoshLoss>,
        .poisson = sumOfLosses<PoissonLoss>,
        .logistic = sumOfLosses<LogisticLoss>,
        .hinge = sumOfLosses<HingeLoss>,
        .squaredHinge = sumOfLosses<SquaredHingeLoss>,
        .modifiedHuber = sumOfLosses<ModifiedHuberLoss>,
        .softmax = sumOfSoftmaxLosses,
        .linear = linearPart,
        .probabilities = probabilities,
        .exponentials = exponentials,
        .shares = shares,
    };
}

} // namespace
} // namespace thalweg
