#include "graph/edit_builder.h"
#include "graph/modes.h"
#include "gui/canvas/commands/command_groups.h"
#include "gui/canvas/commands/conditions.h"
#include "gui/canvas/inline_editor.h"

#include <algorithm>

namespace thalweg {

namespace {

/// Sets all selected nodes to `mode`, or back to running where they all are in it.
void toggleMode(CanvasView &view, Node::Mode mode)
{
    const Graph &graph = view.canvas().graph();
    const QStringList ids = view.selectedNodes();
    const bool all = std::ranges::all_of(ids, [&](const QString &id) { return graph.find(id)->mode == mode; });
    view.make(setMode(graph, ids, all ? Node::Mode::Run : mode));
}

/// Two nodes by their first fitting ports; more, each with the next to its right.
void linkSelected(CanvasView &view)
{
    CanvasScene &scene = view.canvas();
    QStringList ids = view.selectedNodes();
    if (ids.size() == 2) {
        view.make(linkFirstFitting(scene, ids[0], ids[1]));
        return;
    }
    std::ranges::stable_sort(ids, {}, [&](const QString &id) { return scene.node(id)->pos().x(); });
    view.document().undoStack().beginMacro(CanvasView::tr("Link nodes"));
    for (qsizetype i = 1; i < ids.size(); ++i)
        view.make(linkFirstFitting(scene, ids[i - 1], ids[i]));
    view.document().undoStack().endMacro();
}

} // namespace

std::vector<CanvasCommand> nodeCommands()
{
    using Menu = CanvasCommand::Menu;
    const auto tr = [](const char *text) { return CanvasView::tr(text); };
    return {
        { QStringLiteral("rename"), tr("&Rename"), {}, { QKeySequence(Qt::Key_F2) }, Menu::Node, 0,
            [](const CanvasView &view) { return view.selectedNodes().size() == 1; },
            [](CanvasView &view) { view.inlineEditor().renameNode(view.selectedNodes().first()); } },
        { QStringLiteral("link"), tr("&Link Selected"), QStringLiteral("link"), { QKeySequence(Qt::CTRL | Qt::Key_L) },
            Menu::Node, 1, [](const CanvasView &view) { return view.selectedNodes().size() >= 2; }, linkSelected },
        { QStringLiteral("unlink"), tr("&Take out of Links"), QStringLiteral("unlink"),
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L) }, Menu::Node, 1,
            [](const CanvasView &view) {
                const QStringList ids = view.selectedNodes();
                return std::ranges::any_of(ids, [&](const QString &id) { return !view.canvas().linksOf(id).empty(); });
            },
            [](CanvasView &view) {
                view.make(takeOut(view.canvas().graph(), view.canvas().nodeTypes(), view.selectedNodes()));
            } },
        { QStringLiteral("mute"), tr("&Mute"), QStringLiteral("mute"), { QKeySequence(Qt::CTRL | Qt::Key_M) },
            Menu::Node, 2, hasSelectedNodes, [](CanvasView &view) { toggleMode(view, Node::Mode::Mute); } },
        { QStringLiteral("bypass"), tr("&Bypass"), QStringLiteral("bypass"), { QKeySequence(Qt::CTRL | Qt::Key_B) },
            Menu::Node, 2, hasSelectedNodes, [](CanvasView &view) { toggleMode(view, Node::Mode::Bypass); } },
    };
}

} // namespace thalweg
