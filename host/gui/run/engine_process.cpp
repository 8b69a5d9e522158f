#include "gui/run/engine_process.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <chrono>
#include <cstring>

#include <sys/resource.h>

namespace thalweg {

namespace {

using namespace std::chrono_literals;

constexpr auto timeBetweenPings = 2s;
constexpr int mostUnanswered = 5; // pings: ten seconds
constexpr auto timeToGo = 1s; // by itself
constexpr qint64 portion = 8; // ms: half a frame of a screen
constexpr qsizetype mostLastLines = 20;
constexpr qsizetype longestLine = 4000;

QString wordsFor(int status, QProcess::ExitStatus how)
{
    if (how == QProcess::NormalExit)
        return EngineProcess::tr("exited with status %1").arg(status);
    return EngineProcess::tr("was killed by signal %1 (%2)")
        .arg(status)
        .arg(QString::fromLocal8Bit(strsignal(status)).toLower());
}

} // namespace

EngineProcess::EngineProcess(const EngineCommand &command, QObject *parent) : QObject(parent)
{
    QStringList words = command.command;
    if (words.isEmpty())
        words += QCoreApplication::applicationFilePath();
    words += QStringLiteral("engine");
    for (const QString &plugin : command.without)
        words += { QStringLiteral("--without"), plugin };
    process_.setProgram(words.takeFirst());
    process_.setArguments(words);

    connect(&process_, &QProcess::readyReadStandardOutput, this, &EngineProcess::read);
    connect(&process_, &QProcess::readyReadStandardError, this, &EngineProcess::read);
    connect(&process_, &QProcess::finished, this, &EngineProcess::end);
    connect(&process_, &QProcess::errorOccurred, this, &EngineProcess::fail);
    connect(&portions_, &QTimer::timeout, this, &EngineProcess::handOn);
    pings_.setInterval(timeBetweenPings);
    connect(&pings_, &QTimer::timeout, this, &EngineProcess::ping);
}

EngineProcess::~EngineProcess()
{
    process_.disconnect(this);
    process_.kill();
    process_.waitForFinished(); // some milliseconds, for there is no defence against SIGKILL
}

void EngineProcess::start()
{
    // While every core is busy, the window's echo to a hand comes first.
    constexpr int lessUrgent = 5;
    process_.setChildProcessModifier([] { setpriority(PRIO_PROCESS, 0, lessUrgent); });
    process_.start();
    send(request::Hello());
    pings_.start();
}

void EngineProcess::send(const Request &request)
{
    if (process_.state() != QProcess::NotRunning)
        process_.write(framed(encode(request)));
}

void EngineProcess::kill(const QString &why)
{
    why_ = why;
    process_.kill();
}

void EngineProcess::dismiss()
{
    isDismissed_ = true;
    pings_.stop();
    portions_.stop();
    if (process_.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    connect(&process_, &QProcess::finished, this, &QObject::deleteLater);
    process_.closeWriteChannel();
    QTimer::singleShot(timeToGo, this, [this] { process_.kill(); });
}

void EngineProcess::read()
{
    frames_.add(process_.readAllStandardOutput());
    text_ += process_.readAllStandardError();
    if (!isDismissed_ && !portions_.isActive())
        portions_.start(0);
}

void EngineProcess::handOn()
{
    QElapsedTimer time;
    time.start();
    while (handOnFrame() || handOnLine()) {
        if (isDismissed_)
            return;
        if (time.elapsed() >= portion)
            return;
    }
    if (isDismissed_)
        return;
    portions_.stop();
    if (hasEnded_)
        Q_EMIT gone(why_);
}

bool EngineProcess::handOnFrame()
{
    if (isStreamBroken_)
        return false;
    const Result<std::optional<QByteArray>> frame = frames_.next();
    if (!frame) {
        isStreamBroken_ = true;
        kill(tr("does not speak as an engine does: %1").arg(frame.error().text()));
        return false;
    }
    if (!*frame)
        return false;
    const Result<Reply> reply = decodeReply(**frame);
    if (!reply) // the next one may be sound: a plugin that gives a figure with fewer y than x is no reason to stop
        Q_EMIT printed(tr("A message of the engine cannot be read: %1").arg(reply.error().text()));
    else if (std::holds_alternative<reply::Pong>(*reply))
        unanswered_ = 0;
    else
        Q_EMIT replied(*reply);
    return true;
}

bool EngineProcess::handOnLine()
{
    qsizetype length = text_.indexOf('\n');
    if (length < 0 && (text_.size() > longestLine || hasEnded_))
        length = text_.size();
    if (length < 0 || text_.isEmpty())
        return false;
    const QString line = QString::fromLocal8Bit(text_.first(std::min(length, longestLine)));
    text_.remove(0, length + 1);
    lastLines_ += line;
    if (lastLines_.size() > mostLastLines)
        lastLines_.removeFirst();
    Q_EMIT printed(line);
    return true;
}

void EngineProcess::ping()
{
    // Where this end is late in reading, the answer may be on its way.
    if (portions_.isActive())
        return;
    if (++unanswered_ == mostUnanswered + 1)
        Q_EMIT silent();
    send(request::Ping());
}

void EngineProcess::end(int status, QProcess::ExitStatus how)
{
    if (isDismissed_)
        return;
    hasEnded_ = true;
    if (why_.isEmpty())
        why_ = wordsFor(status, how);
    pings_.stop();
    read(); // and gone() is told behind the rest
}

void EngineProcess::fail(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || isDismissed_)
        return; // else it ends, or goes on
    hasEnded_ = true;
    why_ = tr("cannot be started: %1").arg(process_.errorString());
    portions_.start(0);
}

} // namespace thalweg
