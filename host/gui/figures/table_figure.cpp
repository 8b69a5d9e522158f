#include "gui/figures/table_figure.h"

#include "gui/figures/copy_cells.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace thalweg {

namespace {

/// Sorted by its number where it is one; what is none comes last.
class NumberItem final : public QTableWidgetItem {
public:
    explicit NumberItem(const QString &text) : QTableWidgetItem(text)
    {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }

    bool operator<(const QTableWidgetItem &other) const override
    {
        bool isNumber = false;
        bool isOtherNumber = false;
        const double number = text().toDouble(&isNumber);
        const double otherNumber = other.text().toDouble(&isOtherNumber);
        return isNumber && isOtherNumber ? number < otherNumber : isNumber && !isOtherNumber;
    }
};

} // namespace

TableFigure::TableFigure(QWidget *parent) : QTableWidget(parent)
{
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the figure has them
    setToolTip(tr("Click a header to sort; Ctrl+C copies as CSV"));
}

void TableFigure::setTable(const TableLayer &table)
{
    setSortingEnabled(false);
    clear();
    setColumnCount(static_cast<int>(table.headers.size()));
    setRowCount(static_cast<int>(table.rows.size()));
    setHorizontalHeaderLabels(table.headers);
    for (int column = 0; column < columnCount(); ++column) {
        const auto place = static_cast<std::size_t>(column);
        const bool isNumeric = place < table.numeric.size() && table.numeric[place];
        horizontalHeaderItem(column)->setTextAlignment((isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        for (int row = 0; row < rowCount(); ++row) {
            const QString text = table.rows[static_cast<std::size_t>(row)].value(column);
            setItem(row, column, isNumeric ? new NumberItem(text) : new QTableWidgetItem(text));
        }
    }
    resizeColumnsToContents();
    constexpr int room = 24; // between columns
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, columnWidth(column) + room);
    setSortingEnabled(true);
}

void TableFigure::copy() const
{
    QGuiApplication::clipboard()->setText(cellsAsCsv(*model(), *selectionModel()));
}

void TableFigure::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace thalweg
