#include "report.h"

#include <unistd.h>

namespace thalweg {

namespace {

constexpr char mark = '\x01';

// Written at once and past all buffers, which are lost when the process dies.
void tell(const char *what, const QString &text)
{
    const QByteArray line = QByteArray("\n") + mark + what + ' ' + text.simplified().toUtf8() + '\n';
    for (qsizetype done = 0; done < line.size();) {
        const ssize_t written
            = ::write(STDOUT_FILENO, line.constData() + done, static_cast<size_t>(line.size() - done));
        if (written <= 0)
            return;
        done += written;
    }
}

} // namespace

void Report::at(const QString &place)
{
    place_ = place;
    tell("at", place);
}

void Report::fault(const QString &problem)
{
    const QString node = place_.section(QLatin1Char(':'), 0, 0);
    if (!node.isEmpty() && node == lastFaultyNode_)
        return;
    lastFaultyNode_ = node;
    tell("fault", place_.isEmpty() ? problem : place_ + QStringLiteral(": ") + problem);
}

void Report::end()
{
    tell("end", QString());
}

bool tells(const QByteArray &output)
{
    return output.contains(mark);
}

ReadReport readReport(const QByteArray &output)
{
    ReadReport report;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.startsWith(mark))
            continue;
        const QByteArray what = line.mid(1, line.indexOf(' ') - 1);
        const QString text = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
        if (what == "at")
            report.place = text;
        else if (what == "fault")
            report.faults += text;
        else if (what == "end")
            report.ended = true;
    }
    return report;
}

} // namespace thalweg
