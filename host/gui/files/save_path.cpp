#include "gui/files/save_path.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>

namespace thalweg {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SavePath)
};

constexpr auto lastFolder = "files/lastFolder";

bool mayOverwrite(QWidget *parent, const QString &path)
{
    return QMessageBox::question(parent, Words::tr("Replace file?"),
               Words::tr("%1 is there already. Replace it?").arg(QFileInfo(path).fileName()),
               QMessageBox::Yes | QMessageBox::No, QMessageBox::No)
        == QMessageBox::Yes;
}

} // namespace

QString filterText(const FileKind &kind)
{
    QStringList patterns;
    for (const QString &extension : kind.extensions)
        patterns += QStringLiteral("*.") + extension;
    return QStringLiteral("%1 (%2)").arg(kind.title, patterns.join(u' '));
}

QString withExtension(const QString &path, const QList<FileKind> &kinds, const FileKind &chosen)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    for (const FileKind &kind : kinds)
        if (kind.extensions.contains(extension))
            return path;
    const QString bare = path.endsWith(u'.') ? path.chopped(1) : path;
    return bare + u'.' + chosen.extensions.value(0);
}

QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<FileKind> &kinds)
{
    QSettings settings;
    QStringList filters;
    for (const FileKind &kind : kinds)
        filters += filterText(kind);
    QString start = suggested;
    if (QDir::isRelativePath(start))
        start = QDir(settings.value(QLatin1String(lastFolder), QDir::homePath()).toString()).filePath(start);
    QString filter = filters.value(0);
    for (const FileKind &kind : kinds)
        if (kind.extensions.contains(QFileInfo(start).suffix().toLower()))
            filter = filterText(kind);
    while (true) {
        // The dialog would ask for the name as it was typed, without its extension.
        const QString typed = QFileDialog::getSaveFileName(
            parent, title, start, filters.join(QStringLiteral(";;")), &filter, QFileDialog::DontConfirmOverwrite);
        if (typed.isEmpty())
            return {};
        const QString path = withExtension(typed, kinds, kinds.value(filters.indexOf(filter), kinds.value(0)));
        if (!QFileInfo::exists(path) || mayOverwrite(parent, path)) {
            settings.setValue(QLatin1String(lastFolder), QFileInfo(path).absolutePath());
            return path;
        }
        start = path;
    }
}

FileKind workflowFiles()
{
    return { Words::tr("Workflows"), { QStringLiteral("thalweg") } };
}

QList<FileKind> figureFiles()
{
    return { { Words::tr("PNG image"), { QStringLiteral("png") } },
        { Words::tr("SVG drawing"), { QStringLiteral("svg") } },
        { Words::tr("PDF document"), { QStringLiteral("pdf") } } };
}

} // namespace thalweg
