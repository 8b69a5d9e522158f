#include "cli/serve/output.h"

#include "engine/protocol/frame.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace thalweg {

namespace {

/// What is said in place of a message that no frame holds: in practice, of a figure.
Reply tooLarge(const Reply &reply, qsizetype size)
{
    const auto *message = std::get_if<Message>(&reply);
    const auto *figure = message ? std::get_if<FigureMessage>(message) : nullptr;
    return Message(LogMessage { figure ? figure->node : QString(), RunContext::Level::Warning,
        QStringLiteral("a figure of %1 MB cannot be shown, at most %2 MB can; draw fewer points")
            .arg(size >> 20)
            .arg(longestFrame >> 20) });
}

} // namespace

Output::Output() : descriptor_(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1))
{
    std::fflush(stdout);
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

void Output::send(const Reply &reply)
{
    QByteArray message = encode(reply);
    if (message.size() > static_cast<qsizetype>(longestFrame))
        message = encode(tooLarge(reply, message.size()));
    const QByteArray frame = framed(message);
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
