#include "gui/canvas/keyboard/keys.h"

#include "gui/canvas/canvas_view.h"
#include "gui/canvas/commands/canvas_edits.h"
#include "gui/canvas/geometry/neighbour.h"
#include "gui/canvas/open_output.h"

#include <QKeyEvent>

#include <algorithm>
#include <optional>

namespace thalweg {

namespace {

std::optional<Direction> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Direction::Left;
    case Qt::Key_Right:
        return Direction::Right;
    case Qt::Key_Up:
        return Direction::Up;
    case Qt::Key_Down:
        return Direction::Down;
    default:
        return {};
    }
}

QPointF stepOf(Direction direction, double length)
{
    switch (direction) {
    case Direction::Left:
        return { -length, 0 };
    case Direction::Right:
        return { length, 0 };
    case Direction::Up:
        return { 0, -length };
    case Direction::Down:
        return { 0, length };
    }
    return {};
}

std::vector<QRectF> cards(const std::vector<NodeItem *> &nodes)
{
    std::vector<QRectF> cards;
    for (const NodeItem *node : nodes)
        cards.push_back(node->card());
    return cards;
}

void goTo(CanvasView &view, NodeItem &node, bool adds)
{
    view.setFocusNode(node.id());
    if (!adds)
        view.canvas().clearSelection();
    node.setSelected(true);
    view.navigation().ensureVisible(node.card());
}

void goTowards(CanvasView &view, Direction direction, bool adds)
{
    const std::vector<NodeItem *> nodes = view.canvas().nodes();
    const NodeItem *from = view.canvas().node(view.focusNode());
    if (!from) {
        focusNext(view, true);
        return;
    }
    const int next = neighbour(cards(nodes), from->card(), direction);
    if (next >= 0)
        goTo(view, *nodes[static_cast<std::size_t>(next)], adds);
}

void nudgeSelected(CanvasView &view, const QPointF &offset)
{
    CanvasScene &scene = view.canvas();
    const Selection selection = withContents(scene.placedGraph(), selectionOf(scene), scene.sizes());
    view.make(scene.onPlaced([&](const Graph &graph) { return nudge(graph, selection, offset); }));
}

} // namespace

bool focusNext(CanvasView &view, bool forward)
{
    const std::vector<NodeItem *> nodes = view.canvas().nodes();
    if (nodes.empty())
        return false;
    std::vector<int> order = readingOrder(cards(nodes));
    const auto current = std::ranges::find_if(
        order, [&](int i) { return nodes[static_cast<std::size_t>(i)]->id() == view.focusNode(); });
    auto index
        = current == order.end() ? (forward ? 0 : std::ssize(order) - 1) : current - order.begin() + (forward ? 1 : -1);
    if (index < 0 || index >= std::ssize(order))
        return false;
    goTo(view, *nodes[static_cast<std::size_t>(order[static_cast<std::size_t>(index)])], false);
    return true;
}

bool handleKey(CanvasView &view, QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (const std::optional<Direction> direction = directionOf(event.key())) {
        constexpr double step = 10, smallStep = 1;
        if (modifiers & (Qt::ControlModifier | Qt::AltModifier))
            nudgeSelected(view, stepOf(*direction, modifiers & Qt::ShiftModifier ? smallStep : step));
        else
            goTowards(view, *direction, modifiers & Qt::ShiftModifier);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (view.focusNode().isEmpty())
            return false;
        if (modifiers & Qt::ControlModifier)
            openOutput(view, view.focusNode());
        else
            Q_EMIT view.parametersWanted(view.focusNode());
        return true;
    case Qt::Key_Home:
    case Qt::Key_End: {
        view.setFocusNode({});
        return focusNext(view, event.key() == Qt::Key_Home);
    }
    case Qt::Key_Escape:
        view.canvas().clearSelection();
        return true;
    default:
        break;
    }
    const QString text = event.text();
    const bool isTyping = !(modifiers & ~Qt::ShiftModifier) && !text.isEmpty() && text.front().isLetterOrNumber();
    if (isTyping)
        view.openQuickSearch(view.placeForNew(), text);
    return isTyping;
}

} // namespace thalweg
