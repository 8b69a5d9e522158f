#include "cli/console.h"

#include <cstdio>
#include <unistd.h>

namespace thalweg {

namespace {

constexpr qsizetype longestMessage = 2000;

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

bool lineIsOpen = false; // the cursor stands at the end of a line of progress

void closeLine()
{
    if (lineIsOpen)
        write(stderr, QStringLiteral("\r\033[K"));
    lineIsOpen = false;
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line + QLatin1Char('\n'));
}

void complain(const QString &text)
{
    closeLine();
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (line.size() > longestMessage)
        line = line.left(longestMessage - 1) + QStringLiteral("…");
    write(stderr, line + QLatin1Char('\n'));
}

bool isTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

void printProgress(const QString &text)
{
    if (!isTerminal()) {
        write(stderr, text + QLatin1Char('\n'));
        return;
    }
    write(stderr, QStringLiteral("\r\033[K") + text);
    lineIsOpen = true;
}

} // namespace thalweg
