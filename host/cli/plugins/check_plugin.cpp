#include "check_plugin.h"

#include "report.h"

#include <registry/metadata.h>

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

Outcome runLevel(const QString &library, int level, const QString &program, std::chrono::milliseconds timeLimit)
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
    const bool finished = process.waitForFinished(static_cast<int>(timeLimit.count()));
    if (!finished && process.error() == QProcess::FailedToStart)
        return { { QStringLiteral("%1 cannot be started: %2").arg(program, process.errorString()) }, false };
    if (!finished) {
        process.kill();
        process.waitForFinished();
    }
    const ReadReport report = readReport(process.readAllStandardOutput());
    if (report.ended)
        return { report.faults, true };
    const QString end = finished
        ? endOf(process)
        : QStringLiteral("did not finish within %1 s").arg(static_cast<double>(timeLimit.count()) / 1000);
    return { report.faults + QStringList(report.place.isEmpty() ? end : report.place + QStringLiteral(": ") + end),
        false };
}

} // namespace

int checkPlugin(
    const QString &library, int level, const QString &program, QTextStream &out, std::chrono::milliseconds timeLimit)
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
        const Outcome outcome = runLevel(library, tried, program, timeLimit);
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
