#pragma once

#include "support/run_node.h"

#include <QJsonArray>
#include <QJsonObject>

namespace thalweg::test {

/// The table that `sources.table` reads from a text.
inline std::shared_ptr<const Table> read(const QString &text, QJsonObject parameters = {})
{
    parameters.insert(QStringLiteral("text"), text);
    return output<Table>(thalwegNodeTypes(), QStringLiteral("sources.table"), QStringLiteral("table"), parameters);
}

/// Why `sources.table` does not read a text.
inline QString refusal(const QString &text, QJsonObject parameters = {})
{
    parameters.insert(QStringLiteral("text"), text);
    return errorOf(thalwegNodeTypes(), QStringLiteral("sources.table"), parameters);
}

inline QStringList columnNames(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns())
        names += column.name;
    return names;
}

/// All cells of a column as they read back, `-` where one is missing.
inline QStringList cells(const Table &table, std::size_t column)
{
    QStringList cells;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        cells += table.columns().at(column).isMissing(row) ? QStringLiteral("-") : table.columns()[column].text(row);
    return cells;
}

} // namespace thalweg::test
