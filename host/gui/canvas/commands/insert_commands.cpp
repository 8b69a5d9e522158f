#include "gui/canvas/commands/annotate.h"
#include "gui/canvas/commands/command_groups.h"
#include "gui/canvas/commands/conditions.h"

namespace thalweg {

std::vector<CanvasCommand> insertCommands()
{
    using Menu = CanvasCommand::Menu;
    const auto tr = [](const char *text) { return CanvasView::tr(text); };
    return {
        { QStringLiteral("add-node"), tr("&Node…"), QStringLiteral("add"), { QKeySequence(Qt::CTRL | Qt::Key_Space) },
            Menu::Insert, 0, always, [](CanvasView &view) { view.openQuickSearch(view.placeForNew()); } },
        { QStringLiteral("add-note"), tr("N&ote"), QStringLiteral("note"),
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T) }, Menu::Insert, 0, always,
            [](CanvasView &view) { addNote(view, view.placeForNew()); } },
        { QStringLiteral("frame"), tr("&Frame around Selection"), QStringLiteral("frame"),
            { QKeySequence(Qt::CTRL | Qt::Key_G) }, Menu::Insert, 0, hasSelectedNodes, frameSelection },
    };
}

} // namespace thalweg
