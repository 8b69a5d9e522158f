#pragma once

#include <thalweg/table.h>

#include <cstdint>
#include <memory>

namespace thalweg {

/// Part of an output's table.
struct TablePart {
    QString node, port;
    std::int64_t firstRow = 0;
    std::int64_t rowCount = 0; ///< of the whole table
    std::shared_ptr<const Table> rows; ///< null where the output has no table or was not kept
    QString problem; ///< why `rows` is null
};

/// Of one part; more are asked for in several.
inline constexpr std::int64_t mostTableRows = 10'000;

/// The rows `firstRow` … of `table`, as many as there are, but at most `rowCount` and at most mostTableRows.
std::shared_ptr<const Table> tableRows(const Table &table, std::int64_t firstRow, std::int64_t rowCount);

} // namespace thalweg
