// Draws the pictures of the window for the README: screenshots THALWEG FOLDER. Nothing of it is posed: each picture is
// the window itself, which has opened an example and run it on a real engine.

#include "gui/canvas/canvas_view.h"
#include "gui/figures/figure_board.h"
#include "gui/figures/step_cursor.h"
#include "gui/help/examples.h"
#include "gui/window/main_window.h"
#include "gui/window/run_controller.h"
#include "gui/window/window_layout.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace thalweg;

namespace {

constexpr int patience = 60000; // milliseconds

class Photographer {
public:
    Photographer(Windows &windows, const QString &folder, const QString &theme)
        : windows_(windows), folder_(folder), theme_(theme)
    {
    }

    void welcome()
    {
        MainWindow *window = open();
        take(*window, QStringLiteral("welcome"));
        close(window);
    }

    void example(const QString &name, const QString &node, double part)
    {
        MainWindow *window = open();
        if (!window->fileCommands().open(QDir(examplesFolder()).filePath(name + QStringLiteral(".thalweg"))))
            qFatal("%s cannot be opened", qPrintable(name));
        window->showCanvas();
        window->workspace().runs().runAll();
        if (!QTest::qWaitFor([&] { return window->workspace().runs().isRunning(); }, patience)
            || !QTest::qWaitFor([&] { return !window->workspace().runs().isRunning(); }, patience))
            qFatal("%s does not run to its end", qPrintable(name));
        window->workspace().canvas().select({ node });
        window->commands().action(QStringLiteral("fit"))->trigger();
        const std::vector<std::int64_t> &steps = window->workspace().figures().steps();
        if (!steps.empty())
            window->workspace().cursor().moveTo(
                steps[static_cast<std::size_t>(part * static_cast<double>(steps.size() - 1))]);
        take(*window, name);
        close(window);
    }

private:
    MainWindow *open()
    {
        MainWindow *window = windows_.open();
        window->resize(1280, 720);
        if (!QTest::qWaitFor([&] { return window->engine().state() == EngineClient::State::Ready; }, patience))
            qFatal("the engine does not start");
        return window;
    }

    void take(MainWindow &window, const QString &name)
    {
        QTest::qWait(700); // debounced drawing comes to rest
        const QString path = QStringLiteral("%1/window-%2-%3.png").arg(folder_, name, theme_);
        if (!window.grab().save(path))
            qFatal("%s cannot be written", qPrintable(path));
        QTextStream(stdout) << path << '\n';
    }

    static void close(MainWindow *window)
    {
        window->file().document().undoStack().setClean();
        window->close();
        QTest::qWait(50);
    }

    Windows &windows_;
    QString folder_, theme_;
};

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    if (argc != 3)
        qFatal("usage: screenshots THALWEG FOLDER");

    Windows windows;
    for (const auto &[theme, name] : { std::pair(ThemeChoice::Light, "light"), std::pair(ThemeChoice::Dark, "dark") }) {
        Preferences preferences;
        preferences.theme = theme;
        preferences.runOnChange = false;
        preferences.engineCommand = { QString::fromLocal8Bit(argv[1]) };
        windows.setPreferences(preferences);
        Photographer photographer(windows, QString::fromLocal8Bit(argv[2]), QString::fromLatin1(name));
        photographer.welcome();
        photographer.example(QStringLiteral("seed-quadratic"), QStringLiteral("gd"), 0.1);
        photographer.example(QStringLiteral("linear-regression"), QStringLiteral("minibatch"), 0.2);
    }
    return 0;
}
