#include "gui/canvas/commands/command_groups.h"
#include "gui/canvas/commands/conditions.h"

namespace thalweg {

namespace {

bool hasTwo(const CanvasView &view)
{
    return view.selectedNodes().size() >= 2;
}

bool hasThree(const CanvasView &view)
{
    return view.selectedNodes().size() >= 3;
}

CanvasCommand alignCommand(const QString &id, const QString &text, Alignment alignment, const QKeySequence &key)
{
    return { QStringLiteral("align-") + id, text, QStringLiteral("align-") + id, { key }, CanvasCommand::Menu::Arrange,
        1, hasTwo, [alignment](CanvasView &view) {
            const CanvasScene &scene = view.canvas();
            view.make(scene.onPlaced(
                [&](const Graph &graph) { return align(graph, view.selectedNodes(), alignment, scene.sizes()); }));
        } };
}

CanvasCommand distributeCommand(
    const QString &id, const QString &text, Qt::Orientation orientation, const QKeySequence &key)
{
    return { QStringLiteral("distribute-") + id, text, QStringLiteral("distribute-") + id, { key },
        CanvasCommand::Menu::Arrange, 2, hasThree, [orientation](CanvasView &view) {
            const CanvasScene &scene = view.canvas();
            view.make(scene.onPlaced([&](const Graph &graph) {
                return distribute(graph, view.selectedNodes(), orientation, scene.sizes());
            }));
        } };
}

/// All of it, or what is selected of it where that is more than one node.
void tidyUp(CanvasView &view)
{
    const CanvasScene &scene = view.canvas();
    const QStringList selected = view.selectedNodes();
    view.make(scene.onPlaced([&](const Graph &graph) {
        return tidy(graph, scene.sizes(), selected.size() >= 2 ? selected : QStringList());
    }));
}

} // namespace

std::vector<CanvasCommand> arrangeCommands()
{
    const auto tr = [](const char *text) { return CanvasView::tr(text); };
    constexpr Qt::KeyboardModifiers mod = Qt::ControlModifier | Qt::AltModifier;
    const auto key = [](Qt::Key letter) { return QKeySequence(QKeyCombination(mod, letter)); };
    return {
        { QStringLiteral("tidy"), tr("&Tidy Up"), QStringLiteral("tidy"),
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O) }, CanvasCommand::Menu::Arrange, 0, hasNodes, tidyUp },
        alignCommand(QStringLiteral("left"), tr("Align &Left"), Alignment::Left, key(Qt::Key_L)),
        alignCommand(QStringLiteral("centre"), tr("Align &Centres"), Alignment::Centre, key(Qt::Key_C)),
        alignCommand(QStringLiteral("right"), tr("Align &Right"), Alignment::Right, key(Qt::Key_R)),
        alignCommand(QStringLiteral("top"), tr("Align T&ops"), Alignment::Top, key(Qt::Key_T)),
        alignCommand(QStringLiteral("middle"), tr("Align &Middles"), Alignment::Middle, key(Qt::Key_M)),
        alignCommand(QStringLiteral("bottom"), tr("Align &Bottoms"), Alignment::Bottom, key(Qt::Key_B)),
        distributeCommand(
            QStringLiteral("horizontally"), tr("Distribute &Horizontally"), Qt::Horizontal, key(Qt::Key_H)),
        distributeCommand(QStringLiteral("vertically"), tr("Distribute &Vertically"), Qt::Vertical, key(Qt::Key_V)),
    };
}

} // namespace thalweg
