#pragma once

#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <QStringList>

namespace thalweg {

/// The column of that name. Throws Error, which offers the nearest name and lists what there is.
const Column &columnNamed(const Table &table, const QString &name);

/// Which rows to use, by number.
using Rows = std::vector<std::size_t>;

/// The rows in which no column of `used` has a missing cell. Where some are missing and `drop` is false, throws Error
/// with the first such column and row.
Rows completeRows(const Table &table, const std::vector<const Column *> &used, bool drop, RunContext &context);

/// The texts of a category or text column as codes 0 … K-1; missing cells are not among `rows`.
struct Levels {
    QStringList names; ///< that occur, in alphabetical order (by character code)
    std::vector<int> codes; ///< one of each row
};

/// Throws Error where the column holds more than 100 different texts.
Levels levelsOf(const Column &column, const Rows &rows);

} // namespace thalweg
