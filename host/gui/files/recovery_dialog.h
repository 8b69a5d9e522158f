#pragma once

#include "gui/files/recovery.h"

#include <QDialog>

class QTableWidget;
class QPushButton;

namespace thalweg {

/// Offers what a crash left behind: what it belongs to, when it was last edited, and what the edits are. A row that is
/// neither opened nor discarded is kept and offered at the next start.
class RecoveryDialog : public QDialog {
    Q_OBJECT

public:
    explicit RecoveryDialog(std::vector<LeftBehind> found, QWidget *parent = nullptr);
    ~RecoveryDialog() override;

    /// After it was closed: those that are to be opened. Whoever takes one calls WorkflowFile::restore(), waits for the
    /// window's own recovery file (RecoveryWriter::flushAndWait()), and only then LeftBehind::remove()s it.
    std::vector<LeftBehind> takeChosen();

private:
    void fill();
    void discardSelected();
    std::vector<std::size_t> selected() const;

    std::vector<LeftBehind> found_;
    QTableWidget *table_;
    QPushButton *open_, *discard_;
};

} // namespace thalweg
