#include "figure/application.h"

#include <QThread>

namespace thalweg {

std::unique_ptr<QApplication> drawingApplication(int &argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
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
