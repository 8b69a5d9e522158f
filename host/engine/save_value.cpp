#include "engine/save_value.h"

#include <thalweg/list.h>
#include <thalweg/table.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <bit>
#include <charconv>
#include <cmath>

namespace thalweg {

namespace {

void appendNumber(QByteArray &bytes, double number)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    bytes.append(digits, end - digits);
}

QByteArray quotedCell(const QString &text)
{
    QByteArray cell = text.toUtf8();
    const bool needsQuotes = cell.isEmpty() || cell.contains(',') || cell.contains('"') || cell.contains('\n')
        || cell.contains('\r') || cell.trimmed().size() != cell.size();
    return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
}

QByteArray toCsv(const Table &table)
{
    QByteArray bytes;
    const auto &columns = table.columns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        bytes += (i ? "," : "") + quotedCell(columns[i].name);
    bytes += '\n';
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i)
                bytes += ',';
            if (columns[i].isMissing(row))
                continue;
            if (const NumberCells *numbers = columns[i].numbers())
                appendNumber(bytes, (*numbers)[row]);
            else
                bytes += quotedCell(columns[i].text(row));
        }
        bytes += '\n';
    }
    return bytes;
}

QByteArray toJson(const Value &value, const Table *table)
{
    QJsonObject object = typedSummary(value);
    if (table) {
        QJsonObject columns;
        for (const Column &column : table->columns()) {
            QJsonArray cells;
            for (std::size_t row = 0; row < table->rowCount(); ++row) {
                if (column.isMissing(row))
                    cells.append(QJsonValue());
                else if (const NumberCells *numbers = column.numbers())
                    cells.append((*numbers)[row]);
                else
                    cells.append(column.text(row));
            }
            columns.insert(column.name, cells);
        }
        object.insert(QStringLiteral("columns"), columns);
    }
    return QJsonDocument(object).toJson();
}

Result<QByteArray> toNpy(const Table &table)
{
    static_assert(std::endian::native == std::endian::little, "the header below says little-endian");
    std::vector<const NumberCells *> columns;
    for (const Column &column : table.columns()) {
        if (!column.numbers())
            return Error(
                QStringLiteral("column \"%1\" holds %2 cells, and .npy holds numbers only; save it as .csv or .json")
                    .arg(column.name, column.kind()));
        columns.push_back(column.numbers());
    }
    const QByteArray rows = QByteArray::number(static_cast<qulonglong>(table.rowCount()));
    const QByteArray shape = columns.size() == 1
        ? '(' + rows + ",)"
        : '(' + rows + ", " + QByteArray::number(static_cast<qulonglong>(columns.size())) + ')';
    QByteArray header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
    // Magic (6), version (2) and length (2) and the header end on a multiple of 64 bytes.
    header.append(QByteArray(63 - (10 + header.size()) % 64, ' ')).append('\n');
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes.append(static_cast<char>(header.size() & 0xff)).append(static_cast<char>(header.size() >> 8)).append(header);
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        for (const NumberCells *column : columns)
            bytes.append(reinterpret_cast<const char *>(&(*column)[row]), sizeof(double));
    return bytes;
}

} // namespace

QStringList saveExtensions()
{
    return { QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("npy") };
}

Result<void> checkSavePath(const QString &path)
{
    if (saveExtensions().contains(QFileInfo(path).suffix()))
        return {};
    return Error(QStringLiteral("\"%1\" must end in .csv, .json or .npy").arg(path));
}

Result<void> saveValue(const Value &value, const QString &path)
{
    if (const Result<void> known = checkSavePath(path); !known)
        return known.error();
    const QString extension = QFileInfo(path).suffix();
    const std::shared_ptr<const Table> table = value.table();
    if (!table && extension != QLatin1String("json"))
        return Error(
            QStringLiteral("a value of type %1 has no rows and columns; save it as .json").arg(value.type().id));

    Result<QByteArray> bytes = QByteArray();
    if (extension == QLatin1String("csv"))
        bytes = toCsv(*table);
    else if (extension == QLatin1String("json"))
        bytes = toJson(value, table.get());
    else
        bytes = toNpy(*table);
    if (!bytes)
        return bytes.error();

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return Error(QStringLiteral("cannot be written: %1").arg(file.errorString())).at(path);
    return {};
}

} // namespace thalweg
