#include "padded_rows.h"

#include <algorithm>

namespace thalweg {

PaddedRows::PaddedRows(const Matrix &x, const double *y) : x_(x), y_(y)
{
    const auto m = static_cast<std::size_t>(x.rows());
    const auto n = static_cast<std::size_t>(x.cols());
    const std::size_t excess = Kernel::padded(n) - n; // numbers read behind a row
    const std::size_t near = n == 0 ? 0 : (excess + n - 1) / n; // rows that have less than that behind them
    firstCopied_ = m - std::min(near, m);
    copies_.assign(x.data() + firstCopied_ * n, x.data() + m * n);
    copies_.resize(copies_.size() + 8);
}

RowsView PaddedRows::view() const
{
    return { .x = x_.data(),
        .y = y_,
        .rowCount = static_cast<std::size_t>(x_.rows()),
        .columnCount = static_cast<std::size_t>(x_.cols()),
        .firstCopied = firstCopied_,
        .copies = copies_.data() };
}

} // namespace thalweg
