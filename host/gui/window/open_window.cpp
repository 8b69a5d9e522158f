#include "gui/window/open_window.h"

#include "gui/window/main_window.h"
#include "gui/window/windows.h"
#include "version.h"

#include <QApplication>
#include <QHashFunctions>
#include <QTimer>

namespace thalweg {

bool hasDisplay()
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    if (!platform.isEmpty())
        return !platform.startsWith(QLatin1String("offscreen")) && !platform.startsWith(QLatin1String("minimal"));
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("DISPLAY");
}

int openWindow(int &argc, char **argv, const QString &file)
{
    QHashSeed::setDeterministicGlobalSeed(); // the same figure gives the same PDF, see figure/application.cpp
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("thalweg"));
    QApplication::setOrganizationName(QStringLiteral("thalweg"));
    QApplication::setApplicationDisplayName(QStringLiteral("Thalweg"));
    QApplication::setApplicationVersion(QStringLiteral(THALWEG_VERSION));

    Windows windows;
    MainWindow *first = windows.open();
    // The window is seen first; a file that is long or broken must not keep it back.
    QTimer::singleShot(0, first, [&windows, first, file] {
        if (!file.isEmpty())
            windows.openFile(file);
        windows.offerRecovery(first);
    });
    return QApplication::exec();
}

} // namespace thalweg
