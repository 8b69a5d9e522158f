#include "cli/serve/output.h"

#include "engine/protocol/frame.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace thalweg {

Output::Output() : descriptor_(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1))
{
    std::fflush(stdout);
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

void Output::send(const Reply &reply)
{
    const QByteArray frame = framed(encode(reply));
    const std::lock_guard lock(mutex_);
    for (qsizetype written = 0; written < frame.size();) {
        const ssize_t count
            = write(descriptor_, frame.constData() + written, static_cast<std::size_t>(frame.size() - written));
        if (count > 0)
            written += count;
        else if (errno != EINTR)
            std::_Exit(EXIT_FAILURE); // nobody listens any more
    }
}

} // namespace thalweg
