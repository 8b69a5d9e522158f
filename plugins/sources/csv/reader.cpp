#include "reader.h"

#include "census.h"
#include "sniffing.h"
#include "texts.h"

#include <thalweg/node_types.h>

#include <algorithm>
#include <map>

namespace thalweg {

namespace {

QStringList headerNames(const std::vector<Cell> &cells, std::size_t line)
{
    QStringList names;
    for (const Cell &cell : cells) {
        const QString name = QString::fromStdString(cell.utf8()).trimmed();
        const QString place = QStringLiteral("%1, column %2: ").arg(lineText(line)).arg(names.size() + 1);
        if (name.isEmpty())
            throw Error(place + QStringLiteral("the name of the column is empty; give it one, or set header to false"));
        if (names.contains(name))
            throw Error(place
                + QStringLiteral("the name \"%1\" is that of column %2, too; give each its own")
                      .arg(shortened(name))
                      .arg(names.indexOf(name) + 1));
        names += name;
    }
    return names;
}

QStringList numberedNames(std::size_t count)
{
    QStringList names;
    for (std::size_t j = 1; j <= count; ++j)
        names += QStringLiteral("x%1").arg(j);
    return names;
}

void checkTextColumns(const QStringList &declared, const QStringList &names)
{
    for (const QString &name : declared) {
        if (names.contains(name))
            continue;
        throw Error(QStringLiteral("there is no column \"%1\"%2").arg(shortened(name), suggestion(name, names)))
            .at(QStringLiteral("parameter text_columns"));
    }
}

/// What the cells of a column are taken for. Throws Error where most are numbers or times, but not all.
CellKind kindOf(const ColumnCensus &census, std::size_t column, const QString &name)
{
    const std::size_t total = census.total();
    const CellKind most
        = census.count(CellKind::Time) > census.count(CellKind::Number) ? CellKind::Time : CellKind::Number;
    if (census.count(most) == total)
        return most;
    if (2 * census.count(most) < total)
        return CellKind::Other;

    const ColumnCensus::First *misfit = nullptr;
    for (CellKind kind : { CellKind::Number, CellKind::Time, CellKind::Other }) {
        const ColumnCensus::First &first = census.firsts[static_cast<std::size_t>(kind)];
        if (kind != most && census.count(kind) > 0 && (!misfit || first.line < misfit->line))
            misfit = &first;
    }
    const QString shownName = shortened(name);
    throw Error(QStringLiteral("%1, column %2 (\"%3\"): \"%4\" is not a %5, but %6 of the column's %7 cells are; "
                               "correct it, add it to missing if it stands for a missing cell, or add \"%3\" to "
                               "text_columns")
                    .arg(lineText(misfit->line))
                    .arg(column + 1)
                    .arg(shownName, shortened(misfit->text),
                        most == CellKind::Number ? QStringLiteral("number") : QStringLiteral("time"))
                    .arg(census.count(most))
                    .arg(total));
}

/// The second pass: the columns that are no numbers, by index.
std::map<std::size_t, Column> readTextsAndTimes(const Body &body, const Dialect &dialect, const MissingWords &missing,
    const std::vector<CellKind> &kinds, const QStringList &names, const CsvOptions &options, RunContext &context,
    const std::function<void(double)> &progress)
{
    std::map<std::size_t, Texts> texts;
    std::map<std::size_t, TimeCells> times;
    for (std::size_t j = 0; j < kinds.size(); ++j) {
        if (kinds[j] == CellKind::Other)
            texts[j];
        else if (kinds[j] == CellKind::Time)
            times[j];
    }
    std::map<std::size_t, Column> columns;
    if (texts.empty() && times.empty())
        return columns;

    Records records(body.text, dialect, body.firstLine);
    std::vector<Cell> cells;
    for (std::size_t row = 1; records.next(cells); ++row) {
        for (auto &[j, column] : texts) {
            if (missing.contains(cells[j].raw))
                column.addMissing();
            else
                column.add(cells[j]);
        }
        for (auto &[j, column] : times)
            column.milliseconds.push_back(
                missing.contains(cells[j].raw) ? TimeCells::missing : parseTime(cells[j].raw).value());
        if (row % 4096 == 0) {
            checkStop(context);
            progress(static_cast<double>(records.position()) / static_cast<double>(body.text.size()));
        }
    }
    for (auto &[j, column] : texts) {
        const QString &name = names[static_cast<qsizetype>(j)];
        columns[j] = options.textColumns.contains(name) ? column.textColumn(name) : column.column(name);
    }
    for (auto &[j, column] : times)
        columns[j] = { names[static_cast<qsizetype>(j)], std::move(column) };
    return columns;
}

} // namespace

std::shared_ptr<const Table> readCsv(std::string_view utf8, const CsvOptions &options, RunContext &context)
{
    const MissingWords missing(options.missing);
    const Dialect dialect = findDialect(utf8, options);

    Records records(utf8, dialect);
    std::vector<Cell> firstRow;
    if (!records.next(firstRow))
        throw Error(utf8.empty() ? QStringLiteral("is empty; give at least one row")
                                 : QStringLiteral("has blank lines and comments only; give at least one row"));
    Body body { utf8, 1, firstRow.size(), options.header.value_or(looksLikeHeader(firstRow, dialect, missing)) };
    QStringList names = numberedNames(firstRow.size());
    if (body.hasHeader) {
        names = headerNames(firstRow, records.line());
        body.text = utf8.substr(records.position());
        body.firstLine = records.nextLine();
    }
    checkTextColumns(options.textColumns, names);

    constexpr double firstPass = 0.7; // of the time, by measurement on tables that are half text
    Census census
        = takeCensus(body, dialect, missing, context, [&context](double part) { context.progress(firstPass * part); });
    std::vector<CellKind> kinds(names.size());
    for (std::size_t j = 0; j < kinds.size(); ++j) {
        const QString &name = names[static_cast<qsizetype>(j)];
        kinds[j] = options.textColumns.contains(name) ? CellKind::Other : kindOf(census.columns[j], j, name);
        if (kinds[j] != CellKind::Number)
            NumberCells().swap(census.numbers[j]);
    }
    std::map<std::size_t, Column> others = readTextsAndTimes(body, dialect, missing, kinds, names, options, context,
        [&context](double part) { context.progress(firstPass + (1 - firstPass) * part); });

    std::vector<Column> columns;
    for (std::size_t j = 0; j < kinds.size(); ++j) {
        if (kinds[j] == CellKind::Number)
            columns.push_back({ names[static_cast<qsizetype>(j)], std::move(census.numbers[j]) });
        else
            columns.push_back(std::move(others.at(j)));
    }
    return std::make_shared<Table>(std::move(columns));
}

} // namespace thalweg
