#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace thalweg::test {

/// What a command gave.
struct Finished {
    int status = -1;
    QString out;
    QString errors;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline QString sourceFolder()
{
    return qEnvironmentVariable("THALWEG_SOURCE_DIR");
}

inline QString example(const QString &name)
{
    return sourceFolder() + QStringLiteral("/resources/workflows/") + name + QStringLiteral(".thalweg");
}

/// Runs the installed program with these arguments.
inline Finished runThalweg(const QStringList &arguments, const QString &folder = QDir::tempPath(),
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("THALWEG_PROGRAM"), arguments);
    process.waitForFinished(120'000);
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
}

/// An output's summary from results.
inline QJsonObject outputOf(const QJsonObject &results, const QString &node, const QString &port)
{
    return results.value("nodes").toObject().value(node).toObject().value("outputs").toObject().value(port).toObject();
}

} // namespace thalweg::test
