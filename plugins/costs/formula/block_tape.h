#pragma once

#include "tape.h"

namespace thalweg {

/// Evaluates a formula for many rows of data at once, each step of the tape for a block of rows: choosing what to do
/// costs once a block. The numbers are those that the Tape gives for each row.
///
/// All functions may be called from several threads at once.
class BlockTape {
public:
    explicit BlockTape(const Tape &tape);

    /// The most rows in a block, a multiple of eight: fewer for a long formula.
    std::size_t mostRows() const { return mostRows_; }

    /// Numbers that forward() needs room for, and as many again that backward() does.
    std::size_t roomSize() const { return registerCount_ * mostRows_; }

    /// The formula's values for the rows first … first + count - 1 of `order` (where that is null, of the data), into
    /// `values`, in which further numbers are kept for backward(). Returns where the formula's values stand. `columns`
    /// has one run of numbers a data name.
    const double *forward(const double *parameters, std::span<const double *const> columns, const std::ptrdiff_t *order,
        std::size_t first, std::size_t count, double *values) const;

    /// Adds Σ over the rows of weight · derivative of the formula by each parameter to `gradient`: rows in eight lanes,
    /// and these in a fixed order.
    void backward(
        const double *values, const double *weights, std::size_t count, double *adjoints, double *gradient) const;

    /// The derivatives of the formula by each parameter, row by row: count × number of parameters, row-major. `values`
    /// are as forward() left them.
    void rowDerivatives(const double *values, std::size_t count, double *adjoints, double *derivatives) const;

private:
    void propagateAll(const double *values, std::size_t count, double *adjoints) const;

    Tape::Content content_;
    std::size_t firstStep_;
    std::size_t registerCount_;
    std::size_t mostRows_;
};

} // namespace thalweg
