#include "columns.h"

#include <thalweg/node_types.h>
#include <thalweg/result.h>

#include <QMap>

namespace thalweg {

const Column &columnNamed(const Table &table, const QString &name)
{
    if (const Column *column = table.find(name))
        return *column;
    QStringList names;
    for (const Column &column : table.columns())
        names += column.name;
    throw Error(QStringLiteral("there is no column \"%1\"%2").arg(name.left(100), suggestion(name, names)));
}

Rows completeRows(const Table &table, const std::vector<const Column *> &used, bool drop, RunContext &context)
{
    std::vector<bool> isComplete(table.rowCount(), true);
    for (const Column *column : used) {
        checkStop(context);
        std::size_t count = 0;
        std::size_t first = 0;
        for (std::size_t i = 0; i < table.rowCount(); ++i) {
            if (!column->isMissing(i))
                continue;
            isComplete[i] = false;
            if (count++ == 0)
                first = i;
        }
        if (count > 0 && !drop)
            throw Error(QStringLiteral("column \"%1\" has %2 missing %3, the first in row %4; set missing to drop to "
                                       "leave such rows out")
                            .arg(column->name.left(100))
                            .arg(count)
                            .arg(count == 1 ? QStringLiteral("cell") : QStringLiteral("cells"))
                            .arg(first + 1))
                .at(QStringLiteral("port table"));
    }
    Rows rows;
    for (std::size_t i = 0; i < isComplete.size(); ++i)
        if (isComplete[i])
            rows.push_back(i);
    return rows;
}

Levels levelsOf(const Column &column, const Rows &rows)
{
    constexpr int mostLevels = 100;
    QMap<QString, int> codes; // sorted by name
    for (std::size_t row : rows) {
        codes.insert(column.text(row), 0);
        if (codes.size() > mostLevels)
            throw Error(QStringLiteral("column \"%1\" has more than %2 different texts, which is too many for classes")
                            .arg(column.name.left(100))
                            .arg(mostLevels))
                .at(QStringLiteral("port table"));
    }
    Levels levels;
    for (auto level = codes.begin(); level != codes.end(); ++level) {
        level.value() = static_cast<int>(levels.names.size());
        levels.names += level.key();
    }
    levels.codes.reserve(rows.size());
    for (std::size_t row : rows)
        levels.codes.push_back(codes.value(column.text(row)));
    return levels;
}

} // namespace thalweg
