#include "gui/files/recovery_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QSaveFile>
#include <QUuid>

namespace thalweg {

namespace {

constexpr int delay = 300; // ms after the first edit that is not written yet: a burst of edits is written once

/// Why the bytes could not be written; empty if they were.
QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return RecoveryWriter::tr("Edits cannot be kept safe in %1: %2").arg(path, file.errorString());
}

} // namespace

RecoveryWriter::RecoveryWriter(WorkflowFile &file, const QString &folder, QObject *parent)
    : QObject(parent), file_(file), folder_(folder)
{
    pool_.setMaxThreadCount(1);
    timer_.setSingleShot(true);
    timer_.setInterval(delay);
    connect(&timer_, &QTimer::timeout, this, &RecoveryWriter::flush);
    connect(&file_, &WorkflowFile::documentReplaced, this, &RecoveryWriter::follow);
    connect(&file_, &WorkflowFile::titleChanged, this, [this] {
        if (file_.isModified())
            edited();
        else
            forget();
    });
    if (const auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive && timer_.isActive())
                flush();
        });
    follow();
}

RecoveryWriter::~RecoveryWriter()
{
    pool_.clear();
    pool_.waitForDone();
    if (lock_) {
        QFile::remove(path_);
        lock_->remove();
    }
}

void RecoveryWriter::follow()
{
    connect(&file_.document(), &Document::changed, this, &RecoveryWriter::edited);
    if (file_.isModified())
        edited();
}

void RecoveryWriter::edited()
{
    if (!timer_.isActive())
        timer_.start();
}

void RecoveryWriter::flush()
{
    timer_.stop();
    if (!file_.isModified()) {
        forget();
        return;
    }
    if (!lock_) {
        const QString name = QStringLiteral("%1-%2.recovery")
                                 .arg(QCoreApplication::applicationPid())
                                 .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
        QDir().mkpath(folder_);
        path_ = QDir(folder_).absoluteFilePath(name);
        lock_ = FileLock::take(path_ + QStringLiteral(".lock"));
    }
    const RecoveryOrigin origin { file_.path(), file_.name(), file_.directory(), file_.fingerprint(),
        QDateTime::currentDateTimeUtc() };
    pool_.clear(); // what waits there is older
    pool_.start([this, path = path_, origin, workflow = file_.workflow()] {
        const QString problem = write(path, recoveryBytes(origin, workflow));
        QMetaObject::invokeMethod(this, [this, problem] {
            if (!problem.isEmpty() && !hasFailed_)
                Q_EMIT failed(problem);
            hasFailed_ = !problem.isEmpty();
        });
    });
}

void RecoveryWriter::flushAndWait()
{
    flush();
    pool_.waitForDone();
}

QString RecoveryWriter::path() const
{
    return file_.isModified() ? path_ : QString();
}

void RecoveryWriter::forget()
{
    timer_.stop();
    if (!lock_)
        return;
    pool_.clear();
    pool_.start([path = path_] { QFile::remove(path); });
}

} // namespace thalweg
