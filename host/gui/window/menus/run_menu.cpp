#include "gui/window/menus/menus.h"

#include "gui/canvas/canvas_view.h"
#include "gui/window/main_window.h"
#include "gui/window/run_controller.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"

#include <QCoreApplication>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RunMenu", text);
}

} // namespace

std::vector<Command> runMenu(MainWindow &window)
{
    const QString menu = tr("&Run");
    MainWindow *w = &window;
    const auto runs = [w]() -> RunController & { return w->workspace().runs(); };
    const auto isRunning = [runs] { return runs().isRunning(); };
    return {
        { .id = QStringLiteral("run-all"),
            .menu = menu,
            .group = 0,
            .text = tr("&Run"),
            .icon = QStringLiteral("play"),
            .shortcuts = { QKeySequence(QStringLiteral("F5")), QKeySequence(QStringLiteral("Shift+F7")) },
            .tip = tr("Run the whole workflow; what has not changed is not run again"),
            .isEnabled = [w] { return !w->showsWelcome(); },
            .run = [runs] { runs().runAll(); } },
        { .id = QStringLiteral("run-to-selection"),
            .menu = menu,
            .group = 0,
            .text = tr("Run to &Here"),
            .icon = QStringLiteral("run-here"),
            .shortcuts = { QKeySequence(QStringLiteral("F7")) },
            .tip = tr("Run the selected nodes and what they need"),
            .isEnabled = [w] { return !w->showsWelcome() && !w->workspace().canvas().selectedNodes().isEmpty(); },
            .run = [w, runs] { runs().runTo(w->workspace().canvas().selectedNodes()); } },
        { .id = QStringLiteral("run-stop"),
            .menu = menu,
            .group = 0,
            .text = tr("&Stop"),
            .icon = QStringLiteral("stop"),
            .shortcuts = { QKeySequence(QStringLiteral("F9")) },
            .tip = tr("Stop the run; a descent keeps what it has. A second time ends the engine"),
            .isEnabled = isRunning,
            .run = [runs] { runs().stop(); } },
        { .id = QStringLiteral("run-pause"),
            .menu = menu,
            .group = 0,
            .text = tr("&Pause"),
            .icon = QStringLiteral("pause"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+Alt+F7")) },
            .tip = tr("Pause the run, or go on with it"),
            .isEnabled = isRunning,
            .isChecked = [w] { return w->engine().state() == EngineClient::State::Paused; },
            .run = [runs] { runs().pauseOrResume(); } },
        { .id = QStringLiteral("run-on-change"),
            .menu = menu,
            .group = 1,
            .text = tr("Run on &Change"),
            .icon = QStringLiteral("loop"),
            .shortcuts = { QKeySequence(QStringLiteral("Shift+F5")) },
            .tip = tr("Run again by itself whenever something changes"),
            .isChecked = [w] { return w->windows().preferences().runOnChange; },
            .run =
                [w] {
                    Preferences preferences = w->windows().preferences();
                    preferences.runOnChange = !preferences.runOnChange;
                    w->windows().setPreferences(preferences);
                } },
    };
}

} // namespace thalweg
