#include "gui/window/menus/menus.h"

#include "gui/figures/figure_board.h"
#include "gui/preferences/preferences_dialog.h"
#include "gui/window/exports.h"
#include "gui/window/main_window.h"
#include "gui/window/windows.h"
#include "gui/window/workspace.h"
#include "registry/registry.h"

#include <QApplication>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileMenu", text);
}

void showPreferences(MainWindow &window)
{
    auto *dialog = new PreferencesDialog(window.windows().preferences(), pluginFolders(), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PreferencesDialog::changed, &window.windows(),
        [&windows = window.windows()](const Preferences &now) { windows.setPreferences(now); });
    dialog->open();
}

} // namespace

std::vector<Command> fileMenu(MainWindow &window)
{
    const QString menu = tr("&File");
    MainWindow *w = &window;
    return {
        { .id = QStringLiteral("file-new"),
            .menu = menu,
            .group = 0,
            .text = tr("&New"),
            .icon = QStringLiteral("new"),
            .shortcuts = { QKeySequence::New },
            .tip = tr("Begin an empty workflow"),
            .run =
                [w] {
                    if (w->showsWelcome() && w->file().isPristine())
                        w->showCanvas();
                    else
                        w->windows().open()->showCanvas();
                } },
        { .id = QStringLiteral("file-open"),
            .menu = menu,
            .group = 0,
            .text = tr("&Open…"),
            .icon = QStringLiteral("open"),
            .shortcuts = { QKeySequence::Open },
            .tip = tr("Open a workflow, or a figure that carries one"),
            .run = [w] { w->fileCommands().open(); } },
        { .id = QStringLiteral("file-welcome"),
            .menu = menu,
            .group = 0,
            .text = tr("E&xamples and Recent Files"),
            .tip = tr("Show what one can begin with"),
            .isEnabled = [w] { return !w->showsWelcome(); },
            .run = [w] { (w->file().isPristine() ? w : w->windows().open())->showWelcome(); } },
        { .id = QStringLiteral("file-save"),
            .menu = menu,
            .group = 1,
            .text = tr("&Save"),
            .icon = QStringLiteral("save"),
            .shortcuts = { QKeySequence::Save },
            .tip = tr("Save the workflow"),
            .isEnabled = [w] { return w->file().isModified() || w->file().path().isEmpty(); },
            .run = [w] { w->fileCommands().save(); } },
        { .id = QStringLiteral("file-save-as"),
            .menu = menu,
            .group = 1,
            .text = tr("Save &As…"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+Shift+S")) },
            .tip = tr("Save the workflow under another name; its data files stay where they are"),
            .run = [w] { w->fileCommands().saveAs(); } },
        { .id = QStringLiteral("file-export-canvas"),
            .menu = menu,
            .group = 2,
            .text = tr("&Export the Canvas…"),
            .icon = QStringLiteral("export"),
            .tip = tr("Draw the workflow into an SVG or PNG file"),
            .isEnabled = [w] { return !w->file().document().graph().nodes.empty(); },
            .run = [w] { exportCanvas(*w); } },
        { .id = QStringLiteral("file-export-figures"),
            .menu = menu,
            .group = 2,
            .text = tr("Export all &Figures…"),
            .tip = tr("Write every figure into a folder, as PNG, SVG or PDF"),
            .isEnabled = [w] { return !w->workspace().figures().keys().isEmpty(); },
            .run = [w] { exportFigures(*w); } },
        { .id = QStringLiteral("file-export-report"),
            .menu = menu,
            .group = 2,
            .text = tr("Export a &Report…"),
            .tip = tr("Write one web page with the workflow, its results, figures and parameters"),
            .isEnabled = [w] { return !w->file().document().graph().nodes.empty(); },
            .run = [w] { exportReport(*w); } },
        { .id = QStringLiteral("file-preferences"),
            .menu = menu,
            .group = 3,
            .text = tr("&Preferences…"),
            .icon = QStringLiteral("settings"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+,")) },
            .run = [w] { showPreferences(*w); } },
        { .id = QStringLiteral("file-close"),
            .menu = menu,
            .group = 4,
            .text = tr("&Close Window"),
            .shortcuts = { QKeySequence::Close },
            .run = [w] { w->close(); } },
        { .id = QStringLiteral("file-quit"),
            .menu = menu,
            .group = 4,
            .text = tr("&Quit"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+Q")) },
            .tip = tr("Close all windows"),
            .run = [] { QApplication::closeAllWindows(); } },
    };
}

} // namespace thalweg
