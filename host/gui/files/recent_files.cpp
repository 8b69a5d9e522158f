#include "gui/files/recent_files.h"

#include <QFileInfo>

#include <algorithm>

namespace thalweg {

namespace {

constexpr qsizetype mostUnpinned = 10;
constexpr auto key = "files/recent";

} // namespace

QString RecentFile::name() const
{
    return QFileInfo(path).fileName();
}

bool RecentFile::exists() const
{
    return QFileInfo::exists(path);
}

QList<RecentFile> RecentFiles::list() const
{
    QList<RecentFile> files;
    const int count = settings_.beginReadArray(QLatin1String(key));
    for (int i = 0; i < count; ++i) {
        settings_.setArrayIndex(i);
        const QString path = settings_.value(QStringLiteral("path")).toString();
        if (!path.isEmpty())
            files += { path, settings_.value(QStringLiteral("pinned"), false).toBool() };
    }
    settings_.endArray();
    std::stable_partition(files.begin(), files.end(), [](const RecentFile &file) { return file.isPinned; });
    return files;
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QList<RecentFile> files = list();
    const auto known
        = std::find_if(files.begin(), files.end(), [&](const RecentFile &file) { return file.path == absolute; });
    RecentFile file { absolute, false };
    if (known != files.end()) {
        file = *known;
        files.erase(known);
    }
    files.prepend(file);
    write(files);
}

void RecentFiles::remove(const QString &path)
{
    QList<RecentFile> files = list();
    files.removeIf([&](const RecentFile &file) { return file.path == path; });
    write(files);
}

void RecentFiles::setPinned(const QString &path, bool isPinned)
{
    QList<RecentFile> files = list();
    for (RecentFile &file : files)
        if (file.path == path)
            file.isPinned = isPinned;
    write(files);
}

void RecentFiles::clear()
{
    QList<RecentFile> files = list();
    files.removeIf([](const RecentFile &file) { return !file.isPinned; });
    write(files);
}

void RecentFiles::write(const QList<RecentFile> &files)
{
    settings_.remove(QLatin1String(key));
    settings_.beginWriteArray(QLatin1String(key));
    int index = 0;
    qsizetype unpinned = 0;
    for (const RecentFile &file : files) {
        if (!file.isPinned && ++unpinned > mostUnpinned)
            continue;
        settings_.setArrayIndex(index++);
        settings_.setValue(QStringLiteral("path"), file.path);
        settings_.setValue(QStringLiteral("pinned"), file.isPinned);
    }
    settings_.endArray();
}

} // namespace thalweg
