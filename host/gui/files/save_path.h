#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace thalweg {

/// A kind of file that can be chosen: `PNG image` with `png`.
struct FileKind {
    QString title;
    QStringList extensions; ///< without dots; the first is added where none was typed
};

/// `PNG image (*.png)`
QString filterText(const FileKind &kind);

/// The path with the extension of `chosen` if it has none of the extensions of `kinds`.
QString withExtension(const QString &path, const QList<FileKind> &kinds, const FileKind &chosen);

/// Asks for a file to write, and, once, whether one that is there may be written over. Starts at `suggested`, or in the
/// folder that was used last. Empty where nothing was chosen.
QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<FileKind> &kinds);

/// The kind of workflow files, and those that figures are saved as.
FileKind workflowFiles();
QList<FileKind> figureFiles();

} // namespace thalweg
