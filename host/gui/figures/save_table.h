#pragma once

#include <thalweg/table.h>

#include <QIODevice>
#include <QObject>

#include <memory>

namespace thalweg {

/// Writes rows of a table that lies elsewhere as CSV, a window at a time, so that a table of any size fits.
class TableWriter final : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t window = 4096; ///< rows that are asked for at once

    /// Rows from `firstRow` to before `endRow`, of the columns at `columns`. `device` is open.
    TableWriter(std::unique_ptr<QIODevice> device, std::int64_t firstRow, std::int64_t endRow,
        std::vector<std::size_t> columns, QObject *parent);

    void start();
    /// An answer to rowsWanted(); answers to others are passed over.
    void take(std::int64_t firstRow, std::shared_ptr<const Table> rows, const QString &problem);

    QIODevice &device() const { return *device_; }

Q_SIGNALS:
    void rowsWanted(std::int64_t firstRow, std::int64_t rowCount);
    void finished(const QString &problem); ///< empty: all is written

private:
    void ask();

    std::unique_ptr<QIODevice> device_;
    std::int64_t next_, end_;
    std::vector<std::size_t> columns_;
    bool hasHeader_ = false;
};

} // namespace thalweg
