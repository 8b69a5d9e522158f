#include "gui/files/file_commands.h"

#include <QFileInfo>

namespace thalweg {

FileCommands::FileCommands(
    WorkflowFile &file, FileQuestions questions, std::function<NodeTypes()> types, QObject *parent)
    : QObject(parent), file_(file), questions_(std::move(questions)), types_(std::move(types))
{
    file_.setAskAboutDisk([this](WorkflowFile::OnDisk state) { return questions_.aboutDisk(file_.name(), state); });
}

bool FileCommands::save()
{
    if (file_.path().isEmpty())
        return saveAs();
    const Result<WorkflowFile::Saved> saved = file_.save();
    if (!saved) {
        questions_.tell(tr("The workflow is not saved"), saved.error());
        return false;
    }
    switch (*saved) {
    case WorkflowFile::Saved::Elsewhere:
        return saveAs();
    case WorkflowFile::Saved::No:
        return false;
    case WorkflowFile::Saved::Yes:
    case WorkflowFile::Saved::Reloaded:
        break;
    }
    Q_EMIT used(file_.path());
    return true;
}

bool FileCommands::saveAs()
{
    const QString path = questions_.savePath(file_.suggestedPath());
    if (path.isEmpty())
        return false;
    if (const Result<void> saved = file_.saveAs(path, types_()); !saved) {
        questions_.tell(tr("The workflow is not saved"), saved.error());
        return false;
    }
    Q_EMIT used(file_.path());
    return true;
}

bool FileCommands::open()
{
    const QString path = questions_.openPath(file_.directory());
    return !path.isEmpty() && open(path);
}

bool FileCommands::open(const QString &path)
{
    if (!file_.isPristine()) {
        Q_EMIT openElsewhere(path);
        return true;
    }
    if (const Result<void> opened = file_.open(path); !opened) {
        questions_.tell(tr("The workflow cannot be opened"), opened.error());
        return false;
    }
    Q_EMIT used(QFileInfo(path).absoluteFilePath());
    return true;
}

bool FileCommands::mayBeLeft()
{
    if (!file_.isModified())
        return true;
    switch (questions_.leave(file_.name())) {
    case FileQuestions::Leave::Save:
        return save();
    case FileQuestions::Leave::Discard:
        return true;
    case FileQuestions::Leave::Cancel:
        break;
    }
    return false;
}

} // namespace thalweg
