#include "gui/help/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace thalweg {

QString shortcutsHtml(const QList<ShortcutEntry> &entries)
{
    QString html = QStringLiteral("<h1>%1</h1>").arg(ShortcutsDialog::tr("Shortcuts of Thalweg"));
    QStringList groups;
    for (const ShortcutEntry &entry : entries)
        if (!groups.contains(entry.group))
            groups += entry.group;
    for (const QString &group : groups) {
        html += QStringLiteral("<h2>%1</h2><table width=\"100%\" cellpadding=\"2\">").arg(group.toHtmlEscaped());
        for (const ShortcutEntry &entry : entries)
            if (entry.group == group)
                html += QStringLiteral("<tr><td width=\"60%\">%1</td><td><b>%2</b></td></tr>")
                            .arg(entry.text.toHtmlEscaped(), entry.keys.toHtmlEscaped());
        html += QStringLiteral("</table>");
    }
    return html;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutEntry> &entries, QWidget *parent)
    : QDialog(parent), entries_(entries), search_(new QLineEdit(this)), tree_(new QTreeWidget(this))
{
    setWindowTitle(tr("Shortcuts"));
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search shortcuts"));
    search_->setToolTip(tr("Words of a command, or keys such as Ctrl+S"));
    search_->setClearButtonEnabled(true);
    tree_->setColumnCount(2);
    tree_->setHeaderLabels({ tr("Command"), tr("Keys or gesture") });
    tree_->setAlternatingRowColors(true);
    tree_->setRootIsDecorated(false);
    tree_->setIndentation(12);
    tree_->setAccessibleName(tr("Shortcuts"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    print->setToolTip(tr("Print the whole list"));
    connect(print, &QPushButton::clicked, this, &ShortcutsDialog::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search_, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addWidget(tree_, 1);
    layout->addWidget(buttons);
    search({});
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree_->header()->setStretchLastSection(false);
    resize(560, 560);
}

void ShortcutsDialog::search(const QString &text)
{
    if (search_->text() != text)
        search_->setText(text); // which comes back here; the list is made anew twice, alike
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    tree_->clear();
    QHash<QString, QTreeWidgetItem *> groups;
    for (const ShortcutEntry &entry : entries_) {
        const QString all = entry.group + u' ' + entry.text + u' ' + entry.keys;
        if (!std::ranges::all_of(words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            continue;
        QTreeWidgetItem *&group = groups[entry.group];
        if (!group) {
            group = new QTreeWidgetItem(tree_, { entry.group });
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            group->setFont(0, bold);
            group->setFirstColumnSpanned(true);
            group->setFlags(Qt::ItemIsEnabled);
        }
        new QTreeWidgetItem(group, { entry.text, entry.keys });
    }
    tree_->expandAll();
}

void ShortcutsDialog::print()
{
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QTextDocument document;
    document.setHtml(shortcutsHtml(entries_));
    document.print(&printer);
}

} // namespace thalweg
