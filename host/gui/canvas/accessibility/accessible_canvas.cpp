#include "gui/canvas/accessibility/accessible_canvas.h"

#include "gui/canvas/accessibility/accessible_node.h"
#include "gui/canvas/canvas_view.h"

#include <QAccessibleWidget>

namespace thalweg {

namespace {

class AccessibleCanvas : public QAccessibleWidget {
public:
    explicit AccessibleCanvas(CanvasView &view) : QAccessibleWidget(&view, QAccessible::List), view_(view) { }

    ~AccessibleCanvas() override
    {
        for (const QAccessible::Id id : nodes_)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(view_.canvas().graph().nodes.size()); }

    QAccessibleInterface *child(int index) const override
    {
        const std::vector<Node> &nodes = view_.canvas().graph().nodes;
        if (index < 0 || index >= static_cast<int>(nodes.size()))
            return nullptr;
        return childOf(nodes[static_cast<std::size_t>(index)].id);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPointF place = view_.mapToScene(view_.viewport()->mapFromGlobal(QPoint(x, y)));
        for (const NodeItem *node : view_.canvas().nodes())
            if (node->card().contains(place))
                return childOf(node->id());
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return view_.focusNode().isEmpty() ? nullptr : childOf(view_.focusNode());
    }

    QAccessibleInterface *childOf(const QString &node) const
    {
        QAccessible::Id &id = nodes_[node];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new AccessibleNode(view_, node));
        return QAccessible::accessibleInterface(id);
    }

private:
    CanvasView &view_;
    mutable QHash<QString, QAccessible::Id> nodes_; ///< of those that were asked for
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<CanvasView *>(object);
    return view ? new AccessibleCanvas(*view) : nullptr;
}

} // namespace

void installAccessibleCanvas()
{
    QAccessible::installFactory(makeInterface); // passes over one that is there already
}

void tellAccessibleFocus(CanvasView &view, const QString &node)
{
    if (!QAccessible::isActive())
        return;
    const auto &nodes = view.canvas().graph().nodes;
    const auto found = std::ranges::find(nodes, node, &Node::id);
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(static_cast<int>(found - nodes.begin()));
    QAccessible::updateAccessibility(&event);
}

void tellAccessible(CanvasView &view, const QString &text)
{
    if (!QAccessible::isActive())
        return;
    view.setAccessibleDescription(text);
    QAccessibleEvent event(&view, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace thalweg
