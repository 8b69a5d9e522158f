#pragma once

#include "gui/files/workflow_file.h"

class QWidget;

namespace thalweg {

/// What the commands on files ask a person. The dialogs of dialogQuestions(), or a test's answers.
struct FileQuestions {
    enum class Leave { Save, Discard, Cancel };

    std::function<QString(const QString &folder)> openPath; ///< empty: none
    std::function<QString(const QString &suggested)> savePath; ///< empty: none
    std::function<Leave(const QString &name)> leave;
    std::function<DiskChoice(const QString &name, WorkflowFile::OnDisk state)> aboutDisk;
    std::function<void(const QString &title, const Error &error)> tell;
};

/// Modal dialogs over `window`.
FileQuestions dialogQuestions(QWidget *window);

/// New, open, save, save as and close of one window, with the questions that they need.
class FileCommands : public QObject {
    Q_OBJECT

public:
    /// `types` gives the node types that are known now; `file` must outlive this.
    FileCommands(
        WorkflowFile &file, FileQuestions questions, std::function<NodeTypes()> types, QObject *parent = nullptr);

    /// False where the person said no, or where it failed and they were told.
    bool save();
    bool saveAs();
    /// In this window if it is pristine; else in another one, by openElsewhere().
    bool open();
    bool open(const QString &path);
    /// Whether the workflow may be closed: it is saved, or its edits may go.
    bool mayBeLeft();

Q_SIGNALS:
    /// Opened or saved: for the recent files.
    void used(const QString &path);
    /// Another window is to open this.
    void openElsewhere(const QString &path);

private:
    WorkflowFile &file_;
    FileQuestions questions_;
    std::function<NodeTypes()> types_;
};

} // namespace thalweg
