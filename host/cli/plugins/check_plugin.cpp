#include "check_plugin.h"

#include "report.h"

#include <registry/metadata.h>

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstring>

namespace thalweg {

namespace {

struct Outcome {
    QStringList faults;
    bool survived = true;
};

QString endOf(const QProcess &process)
{
    if (process.exitStatus() == QProcess::CrashExit)
        return QStringLiteral("crashed (%1)").arg(QString::fromLocal8Bit(strsignal(process.exitCode())));
    return QStringLiteral("ended the program with status %1").arg(process.exitCode());
}

// Reads what the process tells until it ends; false where it has told nothing for `silence`.
bool readToEnd(QProcess &process, std::chrono::milliseconds silence, QByteArray &output)
{
    QDeadlineTimer deadline(silence);
    while (!deadline.hasExpired() && process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
        const QByteArray more = process.readAllStandardOutput();
        output += more;
        if (tells(more))
            deadline.setRemainingTime(silence);
    }
    // What it writes may end a moment before itself.
    return process.state() == QProcess::NotRunning || process.waitForFinished(1000);
}

Outcome runLevel(const QString &library, int level, const QString &program, std::chrono::milliseconds silence)
{
    const QTemporaryDir temporary; // for the child's temporary files: one that crashes does not clear up
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), temporary.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program,
        { QStringLiteral("check-plugin"), QStringLiteral("--child"), QStringLiteral("--level"), QString::number(level),
            library });
    if (!process.waitForStarted())
        return { { QStringLiteral("%1 cannot be started: %2").arg(program, process.errorString()) }, false };

    QByteArray output;
    const bool ended = readToEnd(process, silence, output);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const ReadReport report = readReport(output + process.readAllStandardOutput());
    if (report.ended)
        return { report.faults, true };
    const QString end = ended
        ? endOf(process)
        : QStringLiteral("did not come back within %1 s").arg(static_cast<double>(silence.count()) / 1000);
    return { report.faults + QStringList(report.place.isEmpty() ? end : report.place + QStringLiteral(": ") + end),
        false };
}

} // namespace

int checkPlugin(
    const QString &library, int level, const QString &program, QTextStream &out, std::chrono::milliseconds silence)
{
    if (!QFileInfo(library).isFile()) {
        out << library << ": there is no such file\n";
        return 2;
    }
    if (const PluginInfo plugin = readMetadata(library); plugin.state == PluginState::Invalid) {
        out << library << ": " << plugin.problem << '\n';
        return 2;
    }
    bool passed = true;
    for (int tried = 1; tried <= level; ++tried) {
        const Outcome outcome = runLevel(library, tried, program, silence);
        if (outcome.faults.isEmpty())
            out << "level " << tried << ": passed\n";
        for (const QString &fault : outcome.faults)
            out << "level " << tried << ": FAILED: " << fault << '\n';
        out.flush();
        passed = passed && outcome.faults.isEmpty();
        if (!outcome.survived || (tried == 1 && !passed))
            break;
    }
    return passed ? 0 : 1;
}

} // namespace thalweg
