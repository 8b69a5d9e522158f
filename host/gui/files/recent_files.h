#pragma once

#include <QList>
#include <QSettings>
#include <QString>

namespace thalweg {

/// A workflow that was open before.
struct RecentFile {
    QString path; ///< absolute
    bool isPinned = false;

    QString name() const; ///< without the folder
    bool exists() const;
    bool operator==(const RecentFile &) const = default;
};

/// The workflows that were open last: pinned ones first, then the latest first; the list grows to ten that are not
/// pinned. Kept in the settings, where windows and later starts find it.
class RecentFiles {
public:
    /// `settings` must outlive it.
    explicit RecentFiles(QSettings &settings) : settings_(settings) { }

    QList<RecentFile> list() const;
    void add(const QString &path);
    void remove(const QString &path);
    void setPinned(const QString &path, bool isPinned);
    /// All but the pinned ones.
    void clear();

private:
    void write(const QList<RecentFile> &files);

    QSettings &settings_;
};

} // namespace thalweg
