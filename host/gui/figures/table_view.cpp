#include "gui/figures/table_view.h"

#include "gui/figures/save_table.h"
#include "gui/figures/table_model.h"
#include "gui/theme/icons.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace thalweg {

namespace {

QToolButton *makeButton(QWidget *parent, const QString &name, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

TableView::TableView(const QString &name, QWidget *parent)
    : QWidget(parent), name_(name), model_(new TableModel(this)), view_(new QTableView(this)),
      heading_(new QLabel(this)), exact_(new QToolButton(this)),
      copy_(makeButton(this, QStringLiteral("copy"), tr("Copy the selection as CSV (Ctrl+C)"))),
      save_(makeButton(this, QStringLiteral("save"), tr("Save all rows as CSV…")))
{
    exact_->setText(tr("All digits"));
    exact_->setAutoRaise(true);
    exact_->setCheckable(true);
    exact_->setToolTip(tr("Show numbers with all their digits, up to 17"));
    heading_->setTextFormat(Qt::PlainText);
    heading_->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 4, 4);
    row->setSpacing(2);
    row->addWidget(heading_, 1);
    for (QToolButton *button : { exact_, copy_, save_ })
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(view_, 1);

    view_->setModel(model_);
    view_->setAlternatingRowColors(true);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setAccessibleName(tr("Table %1").arg(name));
    view_->setTabKeyNavigation(false);
    view_->horizontalHeader()->setHighlightSections(false);
    constexpr int looked = 60; // rows that decide on the width of a column
    view_->horizontalHeader()->setResizeContentsPrecision(looked);
    QHeaderView &numbers = *view_->verticalHeader();
    numbers.setSectionResizeMode(QHeaderView::Fixed);
    numbers.setDefaultSectionSize(view_->fontMetrics().height() + 8);
    numbers.setHighlightSections(false);
    setFocusProxy(view_);

    connect(model_, &TableModel::rowsWanted, this, &TableView::rowsWanted, Qt::QueuedConnection);
    connect(model_, &TableModel::opened, this, &TableView::refresh);
    connect(exact_, &QToolButton::toggled, this, [this](bool exact) {
        model_->setExact(exact);
        view_->resizeColumnsToContents();
    });
    connect(copy_, &QToolButton::clicked, this, &TableView::copy);
    connect(save_, &QToolButton::clicked, this, &TableView::saveAs);
    refresh();
}

void TableView::open()
{
    model_->open();
    refresh();
}

void TableView::take(
    std::int64_t firstRow, std::int64_t rowCount, std::shared_ptr<const Table> rows, const QString &problem)
{
    if (writer_)
        writer_->take(firstRow, rows, problem);
    model_->take(firstRow, rowCount, rows, problem);
}

void TableView::refresh()
{
    const bool isThere = model_->columnCount() > 0;
    for (QToolButton *button : { exact_, copy_, save_ })
        button->setEnabled(isThere);
    if (!isThere) {
        heading_->setText(model_->problem().isEmpty() ? tr("%1 · loading…").arg(name_)
                                                      : QStringLiteral("%1 · %2").arg(name_, model_->problem()));
        return;
    }
    const QLocale locale;
    heading_->setText(tr("%1 · %2 rows × %3 columns")
                          .arg(name_, locale.toString(model_->rowCount()), locale.toString(model_->columnCount())));
    view_->resizeColumnsToContents();
}

void TableView::copy()
{
    std::int64_t first = 0;
    std::int64_t end = model_->rowCount();
    std::vector<std::size_t> columns(static_cast<std::size_t>(model_->columnCount()));
    std::iota(columns.begin(), columns.end(), std::size_t(0));
    const QItemSelection selection = view_->selectionModel()->selection();
    if (!selection.isEmpty()) {
        first = end;
        end = 0;
        for (const QItemSelectionRange &range : selection) {
            first = std::min<std::int64_t>(first, range.top());
            end = std::max<std::int64_t>(end, range.bottom() + 1);
        }
        std::erase_if(columns, [&](std::size_t column) {
            return std::ranges::none_of(selection, [&](const QItemSelectionRange &range) {
                return range.left() <= static_cast<int>(column) && static_cast<int>(column) <= range.right();
            });
        });
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->open(QIODevice::ReadWrite);
    write(std::move(buffer), first, end, std::move(columns));
}

void TableView::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name_ + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TableView::saveTo);
    dialog->open();
}

void TableView::saveTo(const QString &path)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        end(tr("cannot write %1: %2").arg(path, file->errorString()));
        return;
    }
    std::vector<std::size_t> columns(static_cast<std::size_t>(model_->columnCount()));
    std::iota(columns.begin(), columns.end(), std::size_t(0));
    write(std::move(file), 0, model_->rowCount(), std::move(columns));
}

void TableView::write(
    std::unique_ptr<QIODevice> device, std::int64_t firstRow, std::int64_t endRow, std::vector<std::size_t> columns)
{
    delete writer_;
    writer_ = new TableWriter(std::move(device), firstRow, endRow, std::move(columns), this);
    connect(writer_, &TableWriter::rowsWanted, this, &TableView::rowsWanted, Qt::QueuedConnection);
    connect(writer_, &TableWriter::finished, this, &TableView::end, Qt::QueuedConnection);
    writer_->start();
}

/// Ends what was being written, and says in the heading how it went.
void TableView::end(const QString &problem)
{
    QString told = problem;
    refresh();
    if (TableWriter *writer = std::exchange(writer_, nullptr)) {
        auto *file = qobject_cast<QSaveFile *>(&writer->device());
        auto *buffer = qobject_cast<QBuffer *>(&writer->device());
        if (told.isEmpty() && file && !file->commit())
            told = file->errorString();
        if (told.isEmpty() && buffer)
            QGuiApplication::clipboard()->setText(QString::fromUtf8(buffer->data()));
        if (told.isEmpty())
            heading_->setText(heading_->text() + (file ? tr(" · saved") : tr(" · copied")));
        writer->deleteLater();
    }
    if (!told.isEmpty())
        heading_->setText(QStringLiteral("%1 · %2").arg(heading_->text(), told));
    Q_EMIT finished(told);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

} // namespace thalweg
