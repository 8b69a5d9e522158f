#include "gui/figures/table_model.h"

#include "gui/theme/theme.h"

#include <thalweg/plain_values.h>

#include <limits>

namespace thalweg {

void TableModel::open()
{
    beginResetModel();
    windows_.clear();
    asked_.clear();
    rowCount_ = 0;
    names_.clear();
    numeric_.clear();
    kinds_.clear();
    problem_.clear();
    isOpen_ = false;
    endResetModel();
    asked_.insert(0);
    Q_EMIT rowsWanted(0, window);
}

void TableModel::take(
    std::int64_t firstRow, std::int64_t rowCount, std::shared_ptr<const Table> rows, const QString &problem)
{
    const std::int64_t place = firstRow / window;
    if (firstRow % window != 0 || !asked_.remove(place))
        return; // for somebody else, or of a table that was before
    if (!rows) {
        problem_ = problem;
        if (!isOpen_)
            Q_EMIT opened();
        return;
    }
    if (!isOpen_) {
        beginResetModel();
        for (const Column &column : rows->columns()) {
            names_ += column.name;
            numeric_.push_back(column.numbers() != nullptr);
            kinds_ += column.kind();
        }
        rowCount_ = rowCount;
        windows_.insert(place, std::move(rows));
        isOpen_ = true;
        endResetModel();
        Q_EMIT opened();
        return;
    }
    const auto last = static_cast<int>(std::min<std::int64_t>(firstRow + window, TableModel::rowCount()) - 1);
    windows_.insert(place, std::move(rows));
    forgetFar(place);
    Q_EMIT dataChanged(index(static_cast<int>(firstRow), 0), index(last, columnCount() - 1));
}

void TableModel::forgetFar(std::int64_t place)
{
    while (windows_.size() > mostWindows) {
        const bool isFirstFarther = place - windows_.firstKey() > windows_.lastKey() - place;
        windows_.remove(isFirstFarther ? windows_.firstKey() : windows_.lastKey());
    }
}

void TableModel::setExact(bool exact)
{
    isExact_ = exact;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), { Qt::DisplayRole });
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min<std::int64_t>(rowCount_, std::numeric_limits<int>::max()));
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(names_.size());
}

/// The column with the row in it, at row % window; null until it has come.
const Column *TableModel::columnAt(std::int64_t row, int column) const
{
    const std::int64_t place = row / window;
    const auto found = windows_.constFind(place);
    if (found == windows_.constEnd()) {
        if (!asked_.contains(place)) {
            asked_.insert(place);
            Q_EMIT rowsWanted(place * window, std::min(window, rowCount_ - place * window));
        }
        return nullptr;
    }
    const auto &columns = (*found)->columns();
    const bool isThere = static_cast<std::size_t>(column) < columns.size()
        && static_cast<std::size_t>(row % window) < (*found)->rowCount();
    return isThere ? &columns[static_cast<std::size_t>(column)] : nullptr;
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = numeric_[static_cast<std::size_t>(index.column())];
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole
        || role == Qt::AccessibleTextRole || role == Qt::ForegroundRole;
    if (!isText)
        return {};
    const Column *column = columnAt(index.row(), index.column());
    if (!column)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    const auto row = static_cast<std::size_t>(index.row() % window);
    const bool isMissing = column->isMissing(row);
    switch (role) {
    case Qt::ForegroundRole:
        return isMissing ? QVariant(theme().faintText) : QVariant();
    case Qt::DisplayRole:
        if (isMissing)
            return QStringLiteral("—");
        return column->numbers() && !isExact_ ? shortNumber((*column->numbers())[row]) : column->text(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return isMissing ? tr("missing") : column->text(row);
    default:
        return column->text(row);
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section >= names_.size())
        return {};
    if (role == Qt::DisplayRole)
        return names_[section];
    if (role == Qt::ToolTipRole)
        return tr("%1: column of kind %2").arg(names_[section], kinds_[section]);
    if (role == Qt::TextAlignmentRole)
        return int((numeric_[static_cast<std::size_t>(section)] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace thalweg
