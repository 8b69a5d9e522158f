#pragma once

#include <QString>

#include <optional>

namespace thalweg {

/// A lock on a file that no two processes hold at once. The system lets go of it when the process ends, however it
/// ends, so that a lock which can be taken is one whose owner lives no longer. Movable; released when destroyed.
class FileLock {
public:
    /// Takes it at once or not at all; makes the file where it is not there.
    static std::optional<FileLock> take(const QString &path);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

    const QString &path() const { return path_; }
    /// Removes the file, while it is still held.
    void remove();

private:
    FileLock(QString path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) { }

    QString path_;
    int descriptor_ = -1;
};

} // namespace thalweg
