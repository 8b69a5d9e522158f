#pragma once

#include <QDialog>
#include <QList>

class QLineEdit;
class QTreeWidget;

namespace thalweg {

struct ShortcutEntry {
    QString group; ///< `File`
    QString text; ///< `Save as…`
    QString keys; ///< `Ctrl+Shift+S`, as the desktop writes it; several joined by commas; or a gesture in words
};

/// The list as a page to print.
QString shortcutsHtml(const QList<ShortcutEntry> &entries);

/// All that the keyboard and the mouse can do, searchable and printable.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<ShortcutEntry> &entries, QWidget *parent = nullptr);

    /// Shows the entries in which every word of the text stands, in any of their parts.
    void search(const QString &text);

private:
    void print();

    QList<ShortcutEntry> entries_;
    QLineEdit *search_;
    QTreeWidget *tree_;
};

} // namespace thalweg
