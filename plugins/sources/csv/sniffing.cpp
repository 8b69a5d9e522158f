#include "sniffing.h"

#include <thalweg/result.h>

#include <algorithm>
#include <optional>

namespace thalweg {

namespace {

/// The first rows, cut at the end of a line.
std::string_view sampleOf(std::string_view text, char newline)
{
    constexpr std::size_t size = std::size_t(1) << 18;
    if (text.size() <= size)
        return text;
    const std::size_t end = text.rfind(newline, size);
    return text.substr(0, end == text.npos ? size : end + 1);
}

/// Calls visit(cells, line) for every record up to the first fault: it is told when the text is read in earnest.
template <class Visit> void forEachRecord(std::string_view text, const Dialect &dialect, const Visit &visit)
{
    Records records(text, dialect);
    std::vector<Cell> cells;
    try {
        while (records.next(cells))
            visit(cells, records.line());
    } catch (const Error &) {
    }
}

/// What a text looks like under one delimiter.
struct Shape {
    std::size_t columns = 0; ///< cells of the first row
    std::size_t rows = 0;
    std::size_t rowsAlike = 0; ///< with as many cells as the first
    std::size_t rowsCut = 0; ///< into more than one cell
    std::size_t cells = 0; ///< below the first row
    std::size_t numbers = 0; ///< of these, cells that are numbers with either decimal sign

    double likeness() const { return columns > 1 ? double(rowsAlike) / double(rows) : 0; }
};

Shape shapeOf(std::string_view sample, const Dialect &dialect)
{
    Shape shape;
    forEachRecord(sample, dialect, [&shape](const std::vector<Cell> &cells, std::size_t) {
        if (shape.rows++ == 0)
            shape.columns = cells.size();
        shape.rowsAlike += cells.size() == shape.columns;
        shape.rowsCut += cells.size() > 1;
        if (shape.rows == 1)
            return;
        shape.cells += cells.size();
        double number = 0;
        for (const Cell &cell : cells)
            shape.numbers += parseNumber(cell.raw, '.', number) || parseNumber(cell.raw, ',', number);
    });
    return shape;
}

/// A comma comes last: it may be the decimal sign in cells that are set apart by the others.
constexpr char candidates[] = { '\t', ';', '|', ',' };

/// Of a text whose first row is one cell under every delimiter.
void findDelimiterBelowFirstRow(Dialect &dialect, std::string_view sample)
{
    Dialect tried = dialect;
    tried.delimiter = dialect.newline;
    if (const Shape shape = shapeOf(sample, tried); 2 * shape.numbers > shape.cells) {
        dialect = tried; // one column of numbers, maybe with decimal commas
        return;
    }
    // A title above a table: cut as the table is, so that an error tells of the title.
    for (char candidate : candidates) {
        tried.delimiter = candidate;
        const Shape shape = shapeOf(sample, tried);
        if (2 * shape.rowsCut > shape.rows)
            dialect.delimiter = candidate;
    }
}

void findDelimiter(Dialect &dialect, std::string_view sample)
{
    double best = 0;
    for (char candidate : candidates) {
        Dialect tried = dialect;
        tried.delimiter = candidate;
        const double likeness = shapeOf(sample, tried).likeness();
        if (likeness > best) {
            best = likeness;
            dialect.delimiter = candidate;
        }
    }
    Dialect tried = dialect;
    tried.whitespace = true;
    const Shape shape = shapeOf(sample, tried);
    dialect.whitespace = shape.likeness() > std::max(best, 0.5) && 2 * shape.numbers > shape.cells;
    if (best == 0 && !dialect.whitespace)
        findDelimiterBelowFirstRow(dialect, sample);
}

/// `1,234`: one to three digits without a leading zero, then three.
bool mayBeThousands(std::string_view cell)
{
    if (cell.front() == '-' || cell.front() == '+')
        cell.remove_prefix(1);
    const std::size_t comma = cell.find(',');
    return comma >= 1 && comma <= 3 && cell.size() == comma + 4 && cell.front() != '0'
        && std::ranges::all_of(cell, [](char c) { return c == ',' || (c >= '0' && c <= '9'); });
}

void findDecimal(Dialect &dialect, std::string_view sample)
{
    std::size_t points = 0;
    std::size_t commas = 0;
    std::size_t thousands = 0;
    QString example;
    forEachRecord(sample, dialect, [&](const std::vector<Cell> &cells, std::size_t line) {
        for (std::size_t j = 0; j < cells.size(); ++j) {
            const std::string_view cell = cells[j].raw;
            double number = 0;
            if (cell.find('.') != cell.npos) {
                points += parseNumber(cell, '.', number);
            } else if (cell.find(',') != cell.npos && parseNumber(cell, ',', number)) {
                ++commas;
                if (mayBeThousands(cell) && thousands++ == 0)
                    example = QStringLiteral("%1, column %2: \"%3\"")
                                  .arg(lineText(line))
                                  .arg(j + 1)
                                  .arg(QString::fromStdString(cells[j].utf8()));
            }
        }
    });
    if (commas <= points)
        return;
    if (thousands == commas)
        throw Error(QStringLiteral("%1 and every other number with a comma could have three decimals or be grouped by "
                                   "thousands; set decimal to \",\", or write thousands without commas")
                        .arg(example));
    dialect.decimal = ',';
}

} // namespace

Dialect findDialect(std::string_view text, const CsvOptions &options)
{
    Dialect dialect;
    const bool hasOldLineEnds = text.find('\n') == text.npos && text.find('\r') != text.npos;
    dialect.newline = hasOldLineEnds ? '\r' : '\n';
    dialect.comment = options.comment;
    const std::string_view sample = sampleOf(text, dialect.newline);
    if (options.delimiter == CsvOptions::Delimiter::Found)
        findDelimiter(dialect, sample);
    else if (options.delimiter == CsvOptions::Delimiter::Whitespace)
        dialect.whitespace = true;
    else
        dialect.delimiter = options.delimiterCharacter;
    if (options.decimal)
        dialect.decimal = *options.decimal;
    else
        findDecimal(dialect, sample);
    return dialect;
}

bool looksLikeHeader(const std::vector<Cell> &firstRow, const Dialect &dialect, const MissingWords &missing)
{
    bool hasName = false;
    for (const Cell &cell : firstRow) {
        if (missing.contains(cell.raw))
            continue;
        double number = 0;
        if (parseNumber(cell.raw, dialect.decimal, number) || parseTime(cell.raw))
            return false;
        hasName = true;
    }
    return hasName;
}

} // namespace thalweg
