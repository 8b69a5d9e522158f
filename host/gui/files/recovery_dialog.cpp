#include "gui/files/recovery_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace thalweg {

namespace {

QString originalText(LeftBehind::Original original)
{
    switch (original) {
    case LeftBehind::Original::NeverSaved:
        return RecoveryDialog::tr("never saved");
    case LeftBehind::Original::AsItWas:
        return RecoveryDialog::tr("as it was");
    case LeftBehind::Original::ChangedSince:
        return RecoveryDialog::tr("changed since");
    case LeftBehind::Original::Gone:
        return RecoveryDialog::tr("not there any more");
    }
    Q_UNREACHABLE();
}

QTableWidgetItem *cell(const QString &text, const QString &toolTip)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(toolTip);
    return item;
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<LeftBehind> found, QWidget *parent)
    : QDialog(parent), found_(std::move(found)), table_(new QTableWidget(this))
{
    setWindowTitle(tr("Recover workflows"));
    auto *intro = new QLabel(tr("Thalweg ended before these edits were saved. Open what you need; nothing on disk is "
                                "changed until you save."));
    intro->setWordWrap(true);
    table_->setColumnCount(4);
    table_->setHorizontalHeaderLabels({ tr("Workflow"), tr("Last edit"), tr("Edits"), tr("File on disk") });
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setAccessibleName(tr("Workflows that can be recovered"));

    auto *buttons = new QDialogButtonBox(this);
    open_ = buttons->addButton(tr("&Open selected"), QDialogButtonBox::AcceptRole);
    discard_ = buttons->addButton(tr("&Discard selected…"), QDialogButtonBox::DestructiveRole);
    QPushButton *later = buttons->addButton(tr("Decide &later"), QDialogButtonBox::RejectRole);
    open_->setDefault(true);
    open_->setToolTip(tr("Opens each in a window, as edits that are not saved yet"));
    discard_->setToolTip(tr("Deletes the edits for good"));
    later->setToolTip(tr("They are kept, and offered again at the next start"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(discard_, &QPushButton::clicked, this, &RecoveryDialog::discardSelected);
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
        const auto rows = selected();
        discard_->setEnabled(!rows.empty());
        open_->setEnabled(std::ranges::any_of(rows, [this](std::size_t row) { return found_[row].content.ok(); }));
    });

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addWidget(table_);
    layout->addWidget(buttons);
    fill();
    resize(820, 320);
}

RecoveryDialog::~RecoveryDialog() = default;

void RecoveryDialog::fill()
{
    table_->setRowCount(static_cast<int>(found_.size()));
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const LeftBehind &one = found_[i];
        const int row = static_cast<int>(i);
        const QString name = one.content ? one.content->origin.name : tr("Cannot be read");
        const QString place = one.content && !one.content->origin.path.isEmpty() ? one.content->origin.path : one.file;
        const QString time = one.content
            ? QLocale().toString(one.content->origin.time.toLocalTime(), QLocale::ShortFormat)
            : QString();
        const QString changes = one.changes();
        table_->setItem(row, 0, cell(name, place));
        table_->setItem(row, 1, cell(time, time));
        table_->setItem(row, 2, cell(changes, changes));
        table_->setItem(row, 3, cell(originalText(one.original()), place));
    }
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table_->selectAll();
}

std::vector<std::size_t> RecoveryDialog::selected() const
{
    std::vector<std::size_t> rows;
    for (const QModelIndex &index : table_->selectionModel()->selectedRows())
        rows.push_back(static_cast<std::size_t>(index.row()));
    std::ranges::sort(rows);
    return rows;
}

void RecoveryDialog::discardSelected()
{
    const auto rows = selected();
    if (QMessageBox::question(this, tr("Discard edits?"),
            rows.size() == 1 ? tr("The edits of this workflow are deleted for good.")
                             : tr("The edits of %1 workflows are deleted for good.").arg(rows.size()),
            QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel)
        != QMessageBox::Discard)
        return;
    for (const std::size_t row : std::views::reverse(rows)) {
        found_[row].remove();
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(row));
    }
    if (found_.empty())
        reject();
    else
        fill();
}

std::vector<LeftBehind> RecoveryDialog::takeChosen()
{
    std::vector<LeftBehind> chosen;
    if (result() == Accepted)
        for (const std::size_t row : selected())
            if (found_[row].content)
                chosen.push_back(std::move(found_[row]));
    found_.clear(); // and their locks: the others are offered at the next start
    table_->setRowCount(0);
    return chosen;
}

} // namespace thalweg
