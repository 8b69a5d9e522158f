#include "gui/canvas/commands/command_groups.h"
#include "gui/canvas/commands/conditions.h"
#include "gui/canvas/minimap.h"

namespace thalweg {

std::vector<CanvasCommand> viewCommands()
{
    using Menu = CanvasCommand::Menu;
    const auto tr = [](const char *text) { return CanvasView::tr(text); };
    return {
        { QStringLiteral("zoom-in"), tr("Zoom &In"), QStringLiteral("zoom-in"),
            { QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal) }, Menu::View, 0, always,
            [](CanvasView &view) { view.navigation().step(1); } },
        { QStringLiteral("zoom-out"), tr("Zoom &Out"), QStringLiteral("zoom-out"),
            { QKeySequence(Qt::CTRL | Qt::Key_Minus) }, Menu::View, 0, always,
            [](CanvasView &view) { view.navigation().step(-1); } },
        { QStringLiteral("zoom-100"), tr("Zoom to &100 %"), {}, { QKeySequence(Qt::CTRL | Qt::Key_0) }, Menu::View, 0,
            always, [](CanvasView &view) { view.navigation().zoomTo(1); } },
        { QStringLiteral("fit"), tr("&Fit Workflow"), QStringLiteral("fit"), { QKeySequence(Qt::CTRL | Qt::Key_1) },
            Menu::View, 0, always, [](CanvasView &view) { view.navigation().fit(view.canvas().contentBounds()); } },
        { QStringLiteral("fit-selection"), tr("Fit &Selection"), QStringLiteral("fit-selection"),
            { QKeySequence(Qt::CTRL | Qt::Key_2) }, Menu::View, 0, hasSelection,
            [](CanvasView &view) {
                QRectF bounds;
                for (const QGraphicsItem *item : view.canvas().selectedItems())
                    bounds |= item->sceneBoundingRect();
                view.navigation().fit(bounds, 1.5);
            } },
        { QStringLiteral("overview"), tr("O&verview"), QStringLiteral("map"),
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M) }, Menu::View, 1, always,
            [](CanvasView &view) { view.minimap().setWanted(!view.minimap().isWanted()); } },
    };
}

} // namespace thalweg
