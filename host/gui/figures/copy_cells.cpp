#include "gui/figures/copy_cells.h"

#include <QAbstractItemModel>
#include <QItemSelectionModel>

#include <set>

namespace thalweg {

QString csvCell(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString cellsAsCsv(const QAbstractItemModel &model, const QItemSelectionModel &selection)
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QItemSelectionRange &range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    if (rows.empty()) {
        for (int row = 0; row < model.rowCount(); ++row)
            rows.insert(row);
        for (int column = 0; column < model.columnCount(); ++column)
            columns.insert(column);
    }
    QString text;
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (int column : columns)
            cells += csvCell(cell(column));
        text += cells.join(u',') + u'\n';
    };
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (int row : rows)
        line([&](int column) { return model.index(row, column).data(Qt::EditRole).toString(); });
    return text;
}

} // namespace thalweg
