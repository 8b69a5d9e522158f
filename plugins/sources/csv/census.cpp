#include "census.h"

#include <thalweg/parallel.h>
#include <thalweg/result.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <optional>

namespace thalweg {

namespace {

/// Large enough that a chunk costs nothing, small enough that a stop comes soon.
constexpr std::size_t chunkSize = std::size_t(1) << 21;

constexpr std::size_t rowsBetweenStops = 4096;

/// After these it is known about how many rows will come.
constexpr std::size_t rowsToJudgeBy = 64;

/// The text in pieces that end with a row.
std::vector<std::string_view> chunks(std::string_view text, const Dialect &dialect)
{
    if (text.find('"') != text.npos)
        return { text };
    std::vector<std::string_view> chunks;
    while (text.size() > chunkSize) {
        const std::size_t newline = text.find(dialect.newline, chunkSize);
        if (newline == text.npos)
            break;
        chunks.push_back(text.substr(0, newline + 1));
        text.remove_prefix(newline + 1);
    }
    chunks.push_back(text);
    return chunks;
}

void note(ColumnCensus &census, CellKind kind, const Cell &cell, std::size_t line)
{
    const auto index = static_cast<std::size_t>(kind);
    if (census.counts[index]++ == 0)
        census.firsts[index] = { line, QString::fromStdString(cell.utf8()) };
}

Census censusOfChunk(const Body &body, const Dialect &dialect, const MissingWords &missing, RunContext &context,
    const std::function<void(std::size_t bytes)> &done)
{
    Census census;
    census.numbers.resize(body.columnCount);
    census.columns.resize(body.columnCount);
    Records records(body.text, dialect, body.firstLine);
    std::vector<Cell> cells;
    std::size_t reported = 0;
    while (records.next(cells)) {
        checkCellCount(cells, body, records.line());
        for (std::size_t j = 0; j < cells.size(); ++j) {
            const Cell &cell = cells[j];
            double number = std::numeric_limits<double>::quiet_NaN();
            if (!missing.contains(cell.raw)) {
                if (parseNumber(cell.raw, dialect.decimal, number))
                    note(census.columns[j], CellKind::Number, cell, records.line());
                else
                    note(census.columns[j], parseTime(cell.raw) ? CellKind::Time : CellKind::Other, cell,
                        records.line());
            }
            census.numbers[j].push_back(number);
        }
        if (++census.rows == rowsToJudgeBy)
            for (NumberCells &column : census.numbers)
                column.reserve(body.text.size() / (records.position() / rowsToJudgeBy));
        if (census.rows % rowsBetweenStops == 0) {
            checkStop(context);
            done(records.position() - reported);
            reported = records.position();
        }
    }
    done(body.text.size() - reported);
    return census;
}

/// Joins the chunks in their order; frees each as soon as it is copied.
Census join(std::vector<Census> parts, std::size_t columnCount)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Census all;
    all.columns.resize(columnCount);
    all.numbers.resize(columnCount);
    for (const Census &part : parts) {
        all.rows += part.rows;
        for (std::size_t j = 0; j < columnCount; ++j)
            for (std::size_t kind = 0; kind < all.columns[j].counts.size(); ++kind) {
                if (all.columns[j].counts[kind] == 0)
                    all.columns[j].firsts[kind] = part.columns[j].firsts[kind];
                all.columns[j].counts[kind] += part.columns[j].counts[kind];
            }
    }
    parallelFor(columnCount, [&](std::size_t j) {
        all.numbers[j].reserve(all.rows);
        for (Census &part : parts) {
            all.numbers[j].insert(all.numbers[j].end(), part.numbers[j].begin(), part.numbers[j].end());
            NumberCells().swap(part.numbers[j]);
        }
    });
    return all;
}

} // namespace

void checkCellCount(const std::vector<Cell> &cells, const Body &body, std::size_t line)
{
    if (cells.size() == body.columnCount)
        return;
    throw Error(QStringLiteral("%1 has %2 %3, but the %4 has %5; give every row as many, or set the delimiter")
                    .arg(lineText(line))
                    .arg(cells.size())
                    .arg(cells.size() == 1 ? QStringLiteral("cell") : QStringLiteral("cells"),
                        body.hasHeader ? QStringLiteral("header") : QStringLiteral("first row"))
                    .arg(body.columnCount));
}

Census takeCensus(const Body &body, const Dialect &dialect, const MissingWords &missing, RunContext &context,
    const std::function<void(double)> &progress)
{
    const std::vector<std::string_view> texts = chunks(body.text, dialect);
    std::vector<std::size_t> lines(texts.size() + 1);
    parallelFor(texts.size(),
        [&](std::size_t i) { lines[i + 1] = static_cast<std::size_t>(std::ranges::count(texts[i], dialect.newline)); });
    lines[0] = body.firstLine;
    for (std::size_t i = 0; i < texts.size(); ++i)
        lines[i + 1] += lines[i];

    std::vector<Census> parts(texts.size());
    std::vector<std::optional<Error>> errors(texts.size());
    std::atomic<std::size_t> bytes = 0;
    const auto done = [&](std::size_t more) {
        progress(static_cast<double>(bytes += more) / static_cast<double>(std::max<std::size_t>(body.text.size(), 1)));
    };
    parallelFor(texts.size(), [&](std::size_t i) {
        try {
            Body chunk = body;
            chunk.text = texts[i];
            chunk.firstLine = lines[i];
            parts[i] = censusOfChunk(chunk, dialect, missing, context, done);
        } catch (const Error &error) {
            errors[i] = error; // the first in the file is told, whichever thread came first
        }
    });
    for (const std::optional<Error> &error : errors)
        if (error)
            throw *error;
    return join(std::move(parts), body.columnCount);
}

} // namespace thalweg
