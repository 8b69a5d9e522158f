#include "figure/application.h"

#include <QHashFunctions>
#include <QThread>

namespace thalweg {

namespace {

QtMessageHandler otherMessages = nullptr;

/// Qt warns of a missing or open runtime folder, which is of no use to somebody who draws into files.
void passOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QStringLiteral("QStandardPaths: ")))
        otherMessages(type, context, message);
}

} // namespace

std::unique_ptr<QApplication> drawingApplication(int &argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    otherMessages = qInstallMessageHandler(passOn);
    // Qt writes the fonts of a PDF in the order of a hash: the same figure is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    return std::make_unique<QApplication>(argc, argv);
}

Result<void> canDraw()
{
    if (!qobject_cast<QApplication *>(QCoreApplication::instance()))
        return Error(QStringLiteral("figures cannot be drawn: the program has no QApplication"));
    if (QThread::currentThread() != QCoreApplication::instance()->thread())
        return Error(QStringLiteral("figures can be drawn on the main thread only"));
    return {};
}

} // namespace thalweg
