#include "gui/window/menus/menus.h"

#include "gui/canvas/canvas_commands.h"
#include "gui/canvas/canvas_view.h"
#include "gui/window/main_window.h"
#include "gui/window/workspace.h"

#include <QCoreApplication>

namespace thalweg {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CanvasMenus", text);
}

QString menuTitle(CanvasCommand::Menu menu)
{
    switch (menu) {
    case CanvasCommand::Menu::Edit:
        return tr("&Edit");
    case CanvasCommand::Menu::Insert:
        return tr("&Insert");
    case CanvasCommand::Menu::Node:
        return tr("&Node");
    case CanvasCommand::Menu::Arrange:
        return tr("&Arrange");
    case CanvasCommand::Menu::View:
        return tr("&View");
    }
    return {};
}

QUndoStack &undoStack(MainWindow &window)
{
    return window.file().document().undoStack();
}

} // namespace

std::vector<Command> canvasMenus(MainWindow &window)
{
    MainWindow *w = &window;
    std::vector<Command> commands {
        { .id = QStringLiteral("edit-undo"),
            .menu = menuTitle(CanvasCommand::Menu::Edit),
            .group = -1,
            .text = tr("&Undo"),
            .icon = QStringLiteral("undo"),
            .shortcuts = { QKeySequence::Undo },
            .isEnabled = [w] { return undoStack(*w).canUndo(); },
            .run = [w] { undoStack(*w).undo(); } },
        { .id = QStringLiteral("edit-redo"),
            .menu = menuTitle(CanvasCommand::Menu::Edit),
            .group = -1,
            .text = tr("&Redo"),
            .icon = QStringLiteral("redo"),
            .shortcuts = { QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y")) },
            .isEnabled = [w] { return undoStack(*w).canRedo(); },
            .run = [w] { undoStack(*w).redo(); } },
    };
    for (const CanvasCommand &command : canvasCommands())
        commands.push_back({ .id = command.id,
            .menu = menuTitle(command.menu),
            .group = command.group,
            .text = command.text,
            .icon = command.icon,
            .shortcuts = command.shortcuts,
            .isEnabled
            = [w, enabled = command.isEnabled] { return !w->showsWelcome() && enabled(w->workspace().canvas()); },
            .run = [w, run = command.run] { run(w->workspace().canvas()); } });
    return commands;
}

} // namespace thalweg
