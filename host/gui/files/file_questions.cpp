#include "gui/files/file_commands.h"

#include "gui/files/save_path.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace thalweg {

namespace {

QString askOpenPath(QWidget *window, const QString &folder)
{
    FileKind all = workflowFiles();
    all.title = FileCommands::tr("Workflows, and figures with one inside");
    for (const FileKind &kind : figureFiles())
        all.extensions += kind.extensions;
    return QFileDialog::getOpenFileName(window, FileCommands::tr("Open workflow"), folder,
        filterText(all) + QStringLiteral(";;") + filterText(workflowFiles()) + QStringLiteral(";;")
            + FileCommands::tr("All files (*)"));
}

FileQuestions::Leave askLeave(QWidget *window, const QString &name)
{
    QMessageBox box(QMessageBox::Warning, FileCommands::tr("Save changes?"),
        FileCommands::tr("%1 has changes that are not saved.").arg(name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
    box.setInformativeText(FileCommands::tr("If you do not save them, they are lost."));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return FileQuestions::Leave::Save;
    case QMessageBox::Discard:
        return FileQuestions::Leave::Discard;
    default:
        return FileQuestions::Leave::Cancel;
    }
}

DiskChoice askAboutDisk(QWidget *window, const QString &name)
{
    QMessageBox box(QMessageBox::Warning, FileCommands::tr("File changed on disk"),
        FileCommands::tr("Another program has changed %1 since it was opened here.").arg(name), QMessageBox::Cancel,
        window);
    box.setInformativeText(FileCommands::tr("Saving over it loses those changes; reloading loses yours."));
    const QPushButton *elsewhere = box.addButton(FileCommands::tr("Save &as…"), QMessageBox::AcceptRole);
    const QPushButton *overwrite = box.addButton(FileCommands::tr("&Overwrite"), QMessageBox::DestructiveRole);
    const QPushButton *reload = box.addButton(FileCommands::tr("&Reload"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == elsewhere)
        return DiskChoice::SaveElsewhere;
    if (box.clickedButton() == overwrite)
        return DiskChoice::Overwrite;
    return box.clickedButton() == reload ? DiskChoice::Reload : DiskChoice::Cancel;
}

} // namespace

FileQuestions dialogQuestions(QWidget *window)
{
    return { .openPath = [window](const QString &folder) { return askOpenPath(window, folder); },
        .savePath =
            [window](const QString &suggested) {
                return askSavePath(window, FileCommands::tr("Save workflow"), suggested, { workflowFiles() });
            },
        .leave = [window](const QString &name) { return askLeave(window, name); },
        .aboutDisk = [window](const QString &name, WorkflowFile::OnDisk) { return askAboutDisk(window, name); },
        .tell =
            [window](const QString &title, const Error &error) {
                QMessageBox box(QMessageBox::Critical, title, title, QMessageBox::Ok, window);
                box.setInformativeText(error.text());
                box.exec();
            } };
}

} // namespace thalweg
