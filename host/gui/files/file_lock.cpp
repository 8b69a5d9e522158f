#include "gui/files/file_lock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace thalweg {

namespace {

/// Whether the open file is still the one of this name: its owner may have removed it meanwhile.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat open = {};
    struct stat named = {};
    return fstat(descriptor, &open) == 0 && stat(path.constData(), &named) == 0 && open.st_ino == named.st_ino
        && open.st_dev == named.st_dev;
}

} // namespace

std::optional<FileLock> FileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    constexpr int attempts = 10; // each fails only where another process removes the file at this very moment
    for (int i = 0; i < attempts; ++i) {
        // Not to be inherited: an engine that outlives the window must not keep its locks.
        const int descriptor = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return {};
        FileLock lock(path, descriptor);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return {};
        if (isStillThere(descriptor, name))
            return lock;
    }
    return {};
}

FileLock::FileLock(FileLock &&other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock()
{
    if (descriptor_ >= 0)
        close(descriptor_);
}

void FileLock::remove()
{
    if (descriptor_ >= 0)
        QFile::remove(path_);
}

} // namespace thalweg
