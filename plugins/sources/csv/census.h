#pragma once

#include "cell_values.h"
#include "records.h"

#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <array>
#include <functional>

namespace thalweg {

/// What a cell may be, seen by itself.
enum class CellKind { Number, Time, Other };

/// What the cells of one column are.
struct ColumnCensus {
    struct First {
        std::size_t line = 0;
        QString text;
    };

    std::array<std::size_t, 3> counts {}; ///< by CellKind; missing cells are not counted
    std::array<First, 3> firsts; ///< the first cell of each kind

    std::size_t total() const { return counts[0] + counts[1] + counts[2]; }
    std::size_t count(CellKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

/// What one pass over the rows finds: all columns as numbers (NaN where a cell is missing or is none), and what else
/// there is.
struct Census {
    std::size_t rows = 0;
    std::vector<NumberCells> numbers;
    std::vector<ColumnCensus> columns;
};

/// Where rows begin in a text, and how many cells each has.
struct Body {
    std::string_view text;
    std::size_t firstLine = 1;
    std::size_t columnCount = 0;
    bool hasHeader = false; ///< for messages: what the number of cells is compared with
};

/// The number of cells is that of the columns, or an Error says where it is not.
void checkCellCount(const std::vector<Cell> &cells, const Body &body, std::size_t line);

/// Reads all numbers and counts the rest, in parallel where no cell is quoted (then a line break always ends a row).
/// `progress` gets the part that is done, 0 … 1.
Census takeCensus(const Body &body, const Dialect &dialect, const MissingWords &missing, RunContext &context,
    const std::function<void(double)> &progress);

} // namespace thalweg
