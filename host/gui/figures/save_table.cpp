#include "gui/figures/save_table.h"

#include "gui/figures/copy_cells.h"

namespace thalweg {

TableWriter::TableWriter(std::unique_ptr<QIODevice> device, std::int64_t firstRow, std::int64_t endRow,
    std::vector<std::size_t> columns, QObject *parent)
    : QObject(parent), device_(std::move(device)), next_(firstRow), end_(endRow), columns_(std::move(columns))
{
}

void TableWriter::start()
{
    ask();
}

void TableWriter::ask()
{
    Q_EMIT rowsWanted(next_, std::min(window, end_ - next_));
}

void TableWriter::take(std::int64_t firstRow, std::shared_ptr<const Table> rows, const QString &problem)
{
    if (firstRow != next_)
        return;
    if (!rows) {
        Q_EMIT finished(problem.isEmpty() ? tr("the rows are not there any more") : problem);
        return;
    }
    const auto count = std::min<std::int64_t>(static_cast<std::int64_t>(rows->rowCount()), end_ - next_);
    QString text;
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (std::size_t column : columns_)
            if (column < rows->columns().size())
                cells += csvCell(cell(rows->columns()[column]));
        text += cells.join(u',') + u'\n';
    };
    if (!std::exchange(hasHeader_, true))
        line([](const Column &column) { return column.name; });
    for (std::int64_t row = 0; row < count; ++row)
        line([&](const Column &column) { return column.text(static_cast<std::size_t>(row)); });
    const QByteArray bytes = text.toUtf8();
    if (device_->write(bytes) != bytes.size()) {
        Q_EMIT finished(device_->errorString());
        return;
    }
    next_ += count;
    if (next_ >= end_)
        Q_EMIT finished({});
    else if (count == 0)
        Q_EMIT finished(tr("the table has become shorter"));
    else
        ask();
}

} // namespace thalweg
