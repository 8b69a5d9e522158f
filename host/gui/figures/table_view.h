#pragma once

#include <thalweg/table.h>

#include <QWidget>

#include <memory>

class QIODevice;
class QLabel;
class QTableView;
class QToolButton;

namespace thalweg {

class TableModel;
class TableWriter;

/// The table of an output that lies elsewhere, of any number of rows. Connect rowsWanted() to what fetches rows (see
/// EngineClient::requestTable), and what comes back to take().
class TableView final : public QWidget {
    Q_OBJECT

public:
    /// `name` is what the table is called: in the heading, and as a file.
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    /// Asks for the first rows: at the beginning, and when the output is another.
    void open();
    void take(std::int64_t firstRow, std::int64_t rowCount, std::shared_ptr<const Table> rows, const QString &problem);

    TableModel &model() const { return *model_; }

public Q_SLOTS:
    /// The selected rows and columns as CSV, all of them where nothing is selected.
    void copy();
    void saveAs();
    /// All rows and columns into a CSV file; tells by finished() how it went.
    void saveTo(const QString &path);

Q_SIGNALS:
    void rowsWanted(std::int64_t firstRow, std::int64_t rowCount);
    void finished(const QString &problem); ///< copy() or saveTo(); empty: all is there

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void write(std::unique_ptr<QIODevice> device, std::int64_t firstRow, std::int64_t endRow,
        std::vector<std::size_t> columns);
    void end(const QString &problem);

    QString name_;
    TableModel *model_;
    QTableView *view_;
    QLabel *heading_;
    QToolButton *exact_, *copy_, *save_;
    TableWriter *writer_ = nullptr;
};

} // namespace thalweg
