#include "engine/protocol/table_code.h"

#include <algorithm>

namespace thalweg {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QStringList listOf(const std::vector<QString> &texts)
{
    return QStringList(texts.begin(), texts.end());
}

std::vector<QString> vectorOf(const QStringList &texts)
{
    return { texts.begin(), texts.end() };
}

QCborMap columnToMap(const Column &column)
{
    QCborMap map { { key("name"), column.name }, { key("cells"), column.kind() } };
    if (const auto *numbers = std::get_if<NumberCells>(&column.cells)) {
        map.insert(key("numbers"), typedArray(*numbers));
    } else if (const auto *category = std::get_if<CategoryCells>(&column.cells)) {
        map.insert(key("levels"), textArray(listOf(category->levels)));
        map.insert(key("codes"), typedArray(category->codes));
    } else if (const auto *texts = std::get_if<TextCells>(&column.cells)) {
        map.insert(key("texts"), textArray(listOf(*texts)));
    } else {
        map.insert(key("milliseconds"), typedArray(std::get<TimeCells>(column.cells).milliseconds));
    }
    return map;
}

Column columnFromMap(const Fields &in)
{
    const QString kind = in.text("cells");
    Column column { in.text("name"), NumberCells() };
    if (kind == QLatin1String("number")) {
        column.cells = in.numbers("numbers");
    } else if (kind == QLatin1String("category")) {
        CategoryCells cells { vectorOf(in.texts("levels")), in.smallIntegers("codes") };
        const auto levels = static_cast<std::int64_t>(cells.levels.size());
        if (std::ranges::any_of(
                cells.codes, [&](std::int32_t code) { return code < CategoryCells::missing || code >= levels; }))
            throw Error(QStringLiteral("a cell has a level that is not there"));
        column.cells = std::move(cells);
    } else if (kind == QLatin1String("text")) {
        column.cells = vectorOf(in.texts("texts"));
    } else if (kind == QLatin1String("time")) {
        column.cells = TimeCells { in.integers("milliseconds") };
    } else {
        throw Error(QStringLiteral("\"%1\" is no kind of cells").arg(kind));
    }
    return column;
}

} // namespace

std::shared_ptr<const Table> tableRows(const Table &table, std::int64_t firstRow, std::int64_t rowCount)
{
    const auto all = static_cast<std::int64_t>(table.rowCount());
    const std::int64_t from = std::clamp<std::int64_t>(firstRow, 0, all);
    const std::int64_t count = std::clamp<std::int64_t>(rowCount, 0, std::min(mostTableRows, all - from));
    const auto part = [&](const auto &cells) {
        return std::decay_t<decltype(cells)>(cells.begin() + from, cells.begin() + from + count);
    };
    std::vector<Column> columns;
    for (const Column &column : table.columns()) {
        columns.push_back({ column.name, NumberCells() });
        if (const auto *category = std::get_if<CategoryCells>(&column.cells))
            columns.back().cells = CategoryCells { category->levels, part(category->codes) };
        else if (const auto *times = std::get_if<TimeCells>(&column.cells))
            columns.back().cells = TimeCells { part(times->milliseconds) };
        else if (const auto *texts = std::get_if<TextCells>(&column.cells))
            columns.back().cells = part(*texts);
        else
            columns.back().cells = part(*column.numbers());
    }
    return std::make_shared<Table>(std::move(columns));
}

QCborMap tablePartToMap(const TablePart &part)
{
    QCborValue columns(nullptr);
    if (part.rows) {
        QCborArray array;
        for (const Column &column : part.rows->columns())
            array.append(columnToMap(column));
        columns = array;
    }
    return { { key("node"), part.node }, { key("port"), part.port }, { key("first row"), qint64(part.firstRow) },
        { key("row count"), qint64(part.rowCount) }, { key("columns"), columns }, { key("problem"), part.problem } };
}

TablePart tablePartFromMap(const Fields &in)
{
    std::shared_ptr<const Table> rows;
    if (!in.isNull("columns"))
        rows = std::make_shared<Table>(in.each("columns", columnFromMap));
    return { in.text("node"), in.text("port"), in.integer("first row"), in.integer("row count"), rows,
        in.text("problem") };
}

} // namespace thalweg
