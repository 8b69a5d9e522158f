#pragma once

#include "engine/protocol/frame.h"
#include "engine/protocol/reply.h"
#include "gui/run/engine_client.h"

#include <QProcess>
#include <QTimer>

namespace thalweg {

/// One engine from its start to its end: what it says as replies, what it prints as lines. What comes in bulk is handed
/// on in portions, so that the event loop has its turn in between.
class EngineProcess : public QObject {
    Q_OBJECT

public:
    explicit EngineProcess(const EngineCommand &command, QObject *parent = nullptr);
    ~EngineProcess() override;

    void start();
    void send(const Request &request);
    /// At most 20.
    const QStringList &lastLines() const { return lastLines_; }

    /// It ends at once, and gone() tells why in these words.
    void kill(const QString &why);
    /// It is not needed any more: nothing is told of it from now on, and it goes away by itself, object and process.
    void dismiss();

Q_SIGNALS:
    void replied(const thalweg::Reply &reply);
    void printed(const QString &line);
    /// It has not answered for ten seconds; told once, until it answers again.
    void silent();
    /// The last signal: why it is not there any more.
    void gone(const QString &what);

private:
    void read();
    void handOn();
    bool handOnFrame();
    bool handOnLine();
    void ping();
    void end(int status, QProcess::ExitStatus how);
    void fail(QProcess::ProcessError error);

    QProcess process_;
    QTimer portions_; ///< runs while there is something to hand on
    QTimer pings_;
    FrameReader frames_;
    bool isStreamBroken_ = false;
    QByteArray text_; ///< printed, not handed on yet
    QStringList lastLines_;
    int unanswered_ = 0; ///< pings
    bool isDismissed_ = false;
    bool hasEnded_ = false;
    QString why_; ///< why it is to end or has ended
};

} // namespace thalweg
