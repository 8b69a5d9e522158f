#include "gui/canvas/accessibility/accessible_node.h"

#include "gui/canvas/tooltips.h"

#include <QAccessible>

namespace thalweg {

namespace {

/// On the screen.
QRect screenRect(const CanvasView &view, const QRectF &scene)
{
    const QRect local = view.mapFromScene(scene).boundingRect();
    return { view.viewport()->mapToGlobal(local.topLeft()), local.size() };
}

/// A port of a node; `index` counts inputs, then outputs.
class AccessiblePort : public QAccessibleInterface {
public:
    AccessiblePort(CanvasView &view, const QString &node, int index) : view_(&view), node_(node), index_(index) { }

    bool isValid() const override { return port() != nullptr; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return view_ ? view_->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *canvas = view_ ? QAccessible::queryAccessibleInterface(view_) : nullptr;
        if (!canvas)
            return nullptr;
        const auto &nodes = view_->canvas().graph().nodes;
        const auto found = std::ranges::find(nodes, node_, &Node::id);
        return canvas->child(static_cast<int>(found - nodes.begin()));
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        const PortLook *port = this->port();
        if (!port)
            return {};
        if (kind == QAccessible::Name)
            return portText(view_->canvas(), *item(), side(), *port);
        return kind == QAccessible::Description ? port->help : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const PortLook *port = this->port();
        if (!port)
            return {};
        const QPointF centre = item()->portPosition(side(), port->name);
        return screenRect(*view_, QRectF(centre - QPointF(portReach, portReach), QSizeF(2 * portReach, 2 * portReach)));
    }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QAccessible::State state() const override { return {}; }

private:
    NodeItem *item() const { return view_ ? view_->canvas().node(node_) : nullptr; }
    Side side() const { return index_ < std::ssize(item()->look().inputs) ? Side::Input : Side::Output; }
    const PortLook *port() const
    {
        const NodeItem *node = item();
        if (!node)
            return nullptr;
        const auto inputs = static_cast<int>(std::ssize(node->look().inputs));
        const auto &ports = index_ < inputs ? node->look().inputs : node->look().outputs;
        const auto index = static_cast<std::size_t>(index_ < inputs ? index_ : index_ - inputs);
        return index < ports.size() ? &ports[index] : nullptr;
    }

    QPointer<CanvasView> view_;
    QString node_;
    int index_;
};

} // namespace

AccessibleNode::~AccessibleNode()
{
    for (const QAccessible::Id id : ports_)
        if (id != 0)
            QAccessible::deleteAccessibleInterface(id);
}

QWindow *AccessibleNode::window() const
{
    return view_ ? view_->window()->windowHandle() : nullptr;
}

QAccessibleInterface *AccessibleNode::parent() const
{
    return view_ ? QAccessible::queryAccessibleInterface(view_) : nullptr;
}

int AccessibleNode::childCount() const
{
    const NodeItem *node = item();
    return node ? static_cast<int>(node->look().inputs.size() + node->look().outputs.size()) : 0;
}

QAccessibleInterface *AccessibleNode::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto place = static_cast<std::size_t>(index);
    if (ports_.size() <= place)
        ports_.resize(place + 1, 0);
    if (ports_[place] == 0)
        ports_[place] = QAccessible::registerAccessibleInterface(new AccessiblePort(*view_, node_, index));
    return QAccessible::accessibleInterface(ports_[place]);
}

int AccessibleNode::indexOfChild(const QAccessibleInterface *child) const
{
    for (std::size_t i = 0; i < ports_.size(); ++i)
        if (ports_[i] != 0 && QAccessible::accessibleInterface(ports_[i]) == child)
            return static_cast<int>(i);
    return -1;
}

QString AccessibleNode::text(QAccessible::Text kind) const
{
    const NodeItem *node = item();
    if (!node)
        return {};
    if (kind == QAccessible::Name)
        return nodeText(*node);
    return kind == QAccessible::Description ? node->look().settings : QString();
}

QRect AccessibleNode::rect() const
{
    const NodeItem *node = item();
    return node ? screenRect(*view_, node->card()) : QRect();
}

QAccessible::State AccessibleNode::state() const
{
    QAccessible::State state;
    const NodeItem *node = item();
    if (!node) {
        state.invalid = true;
        return state;
    }
    state.selectable = state.focusable = state.multiSelectable = true;
    state.selected = node->isSelected();
    state.focused = view_->hasFocus() && view_->focusNode() == node_;
    state.busy = node->look().status.state == NodeStatus::State::Running;
    return state;
}

void *AccessibleNode::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleNode::actionNames() const
{
    return { pressAction(), setFocusAction() };
}

void AccessibleNode::doAction(const QString &name)
{
    if (!item())
        return;
    if (name == pressAction())
        Q_EMIT view_->parametersWanted(node_);
    else if (name == setFocusAction())
        view_->reveal(node_);
}

} // namespace thalweg
