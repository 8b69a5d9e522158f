#pragma once

#include <thalweg/table.h>

#include <QAbstractTableModel>
#include <QMap>
#include <QSet>

#include <memory>

namespace thalweg {

/// A table that lies elsewhere, of any number of rows: it asks for those that are looked at, and keeps the latest few
/// thousand. What has not come yet shows as `…`. Qt::EditRole is the exact text of a cell, as CSV has it.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr std::int64_t window = 512; ///< rows that are asked for at once
    static constexpr int mostWindows = 16; ///< that are kept

    using QAbstractTableModel::QAbstractTableModel;

    /// Forgets all, and asks for the first rows.
    void open();
    /// An answer to rowsWanted(): rows from `firstRow` on, of a table of `rowCount` rows; null with the reason where
    /// there are none.
    void take(std::int64_t firstRow, std::int64_t rowCount, std::shared_ptr<const Table> rows, const QString &problem);

    /// All digits, or six.
    void setExact(bool exact);
    bool isExact() const { return isExact_; }
    const QString &problem() const { return problem_; }
    const QStringList &names() const { return names_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void rowsWanted(std::int64_t firstRow, std::int64_t rowCount) const;
    void opened(); ///< the first rows are here, or the problem

private:
    const Column *columnAt(std::int64_t row, int column) const;
    void forgetFar(std::int64_t place);

    QMap<std::int64_t, std::shared_ptr<const Table>> windows_; ///< by row / window
    mutable QSet<std::int64_t> asked_; ///< windows on their way
    std::int64_t rowCount_ = 0;
    QStringList names_;
    std::vector<bool> numeric_; ///< by column
    QStringList kinds_;
    QString problem_;
    bool isOpen_ = false;
    bool isExact_ = false;
};

} // namespace thalweg
