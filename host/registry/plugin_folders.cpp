#include "registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace thalweg {

QStringList pluginFolders()
{
    QStringList folders;
    const auto addIfThere = [&](const QString &folder) {
        if (QDir(folder).exists())
            folders += QDir::cleanPath(folder);
    };
    addIfThere(QCoreApplication::applicationDirPath() + QLatin1Char('/') + QStringLiteral(THALWEG_FROM_BIN_TO_PLUGINS));
    addIfThere(
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/thalweg/plugins"));
    const QString path = qEnvironmentVariable("THALWEG_PLUGIN_PATH");
    for (const QString &folder : path.split(QDir::listSeparator(), Qt::SkipEmptyParts))
        folders += QDir::cleanPath(QDir(folder).absolutePath());
    folders.removeDuplicates();
    return folders;
}

} // namespace thalweg
