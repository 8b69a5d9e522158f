#pragma once

#include "value.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

namespace thalweg {

/// Numbers; a missing cell is NaN.
using NumberCells = std::vector<double>;

/// Texts; a missing cell is a null QString (an empty cell is not missing).
using TextCells = std::vector<QString>;

/// One of a few named levels a row.
struct CategoryCells {
    static constexpr std::int32_t missing = -1;

    std::vector<QString> levels; ///< distinct, in the order in which they are to be counted
    std::vector<std::int32_t> codes; ///< index into levels, or missing

    bool operator==(const CategoryCells &) const = default;
};

/// Points in time: milliseconds since 1970-01-01T00:00 UTC.
struct TimeCells {
    static constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();

    std::vector<std::int64_t> milliseconds;

    bool operator==(const TimeCells &) const = default;
};

/// A named column of one kind of cells.
struct THALWEG_EXPORT Column {
    QString name;
    std::variant<NumberCells, CategoryCells, TextCells, TimeCells> cells;

    std::size_t size() const;
    bool isMissing(std::size_t row) const;

    /// The cell as text that reads back to the same value: shortest exact digits, ISO 8601; empty where it is missing.
    QString text(std::size_t row) const;

    /// The numbers of a number column, else null.
    const NumberCells *numbers() const { return std::get_if<NumberCells>(&cells); }

    /// `number`, `category`, `text` or `time`.
    QString kind() const;
};

/// Named, typed columns of the same length.
class THALWEG_EXPORT Table final : public Value, public std::enable_shared_from_this<Table> {
public:
    /// Names must be distinct and the columns of one length: anything else is a bug of the caller's and throws.
    explicit Table(std::vector<Column> columns);

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;
    std::shared_ptr<const Table> table() const override;

    const std::vector<Column> &columns() const { return columns_; }
    std::size_t rowCount() const { return rowCount_; }

    /// The column of that name, or null.
    const Column *find(const QString &name) const;

private:
    std::vector<Column> columns_;
    std::size_t rowCount_ = 0;
};

} // namespace thalweg
