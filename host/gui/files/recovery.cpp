#include "gui/files/recovery.h"

#include "gui/files/graph_difference.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace thalweg {

namespace {

QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

Result<Recovered> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(QCoreApplication::translate("Recovery", "cannot be read: %1").arg(file.errorString())).at(path);
    const Result<Recovered> recovered = readRecovery(file.readAll());
    if (!recovered)
        return recovered.error().at(path);
    return recovered;
}

} // namespace

QByteArray recoveryBytes(const RecoveryOrigin &origin, const Workflow &workflow)
{
    const QJsonObject head { { QStringLiteral("format"), QStringLiteral("thalweg-recovery") },
        { QStringLiteral("version"), 1 }, { QStringLiteral("path"), origin.path },
        { QStringLiteral("name"), origin.name }, { QStringLiteral("directory"), origin.directory },
        { QStringLiteral("fingerprint"), QString::fromLatin1(origin.fingerprint.toHex()) },
        { QStringLiteral("time"), origin.time.toUTC().toString(Qt::ISODateWithMs) } };
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + bytesOf(workflow);
}

Result<Recovered> readRecovery(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.left(end)).object();
    if (end < 0 || head.value(QStringLiteral("format")) != QLatin1String("thalweg-recovery"))
        return Error(QCoreApplication::translate("Recovery", "is no recovery file, or is damaged"));
    const Result<Workflow> workflow = readWorkflow(bytes.mid(end + 1));
    if (!workflow)
        return workflow.error();
    return Recovered {
        { .path = head.value(QStringLiteral("path")).toString(),
            .name = head.value(QStringLiteral("name")).toString(),
            .directory = head.value(QStringLiteral("directory")).toString(),
            .fingerprint = QByteArray::fromHex(head.value(QStringLiteral("fingerprint")).toString().toLatin1()),
            .time = QDateTime::fromString(head.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs) },
        *workflow
    };
}

QString recoveryFolder()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    // The specification of these folders ignores relative paths.
    const QString state = QDir::isAbsolutePath(given) ? given : QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/thalweg/recovery");
}

LeftBehind::Original LeftBehind::original() const
{
    if (!content || content->origin.path.isEmpty())
        return Original::NeverSaved;
    QFile file(content->origin.path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Original::Gone;
    return hash.result() == content->origin.fingerprint ? Original::AsItWas : Original::ChangedSince;
}

QString LeftBehind::changes() const
{
    if (!content)
        return content.error().text();
    const Result<Workflow> before
        = content->origin.path.isEmpty() ? Result<Workflow>(Workflow()) : openWorkflow(content->origin.path);
    return differenceInWords(before ? before->graph : Graph(), content->workflow.graph);
}

void LeftBehind::remove()
{
    QFile::remove(file);
    lock.remove();
}

std::vector<LeftBehind> leftBehind(const QString &folder)
{
    std::vector<LeftBehind> found;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("*.recovery") }, QDir::Files)) {
        const QString file = dir.absoluteFilePath(name);
        std::optional<FileLock> lock = FileLock::take(lockOf(file));
        if (!lock)
            continue; // its owner lives
        if (!QFile::exists(file)) {
            lock->remove(); // saved and closed just now
            continue;
        }
        found.push_back({ file, std::move(*lock), readFile(file) });
    }
    for (const QString &name : dir.entryList({ QStringLiteral("*.recovery.lock") }, QDir::Files)) {
        const QString lockFile = dir.absoluteFilePath(name);
        if (!QFile::exists(lockFile.chopped(static_cast<qsizetype>(qstrlen(".lock")))))
            if (std::optional<FileLock> lock = FileLock::take(lockFile))
                lock->remove(); // of a process that was ended before it had an edit to keep
    }
    const auto time = [](const LeftBehind &one) { return one.content ? one.content->origin.time : QDateTime(); };
    std::stable_sort(
        found.begin(), found.end(), [&](const LeftBehind &a, const LeftBehind &b) { return time(a) > time(b); });
    return found;
}

} // namespace thalweg
