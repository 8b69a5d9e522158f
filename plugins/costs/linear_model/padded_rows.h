#pragma once

#include "kernel.h"

#include <thalweg/dataset.h>

#include <vector>

namespace thalweg {

/// What kernels read a matrix through: a view of it, and a copy of its last rows with eight zeros behind.
class PaddedRows {
public:
    /// Both must outlive this; `y` may be null where no losses are asked for.
    PaddedRows(const Matrix &x, const double *y);

    RowsView view() const;

private:
    const Matrix &x_;
    const double *y_;
    std::size_t firstCopied_;
    std::vector<double> copies_;
};

} // namespace thalweg
