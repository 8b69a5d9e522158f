#pragma once

#include "gui/canvas/canvas_view.h"

#include <QAccessibleInterface>

namespace thalweg {

/// A node for assistive programs; valid while the workflow has it.
class AccessibleNode : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleNode(CanvasView &view, const QString &node) : view_(&view), node_(node) { }
    ~AccessibleNode() override;

    bool isValid() const override { return item() != nullptr; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    NodeItem *item() const { return view_ ? view_->canvas().node(node_) : nullptr; }

    QPointer<CanvasView> view_;
    QString node_;
    mutable std::vector<QAccessible::Id> ports_; ///< inputs, then outputs; as far as they were asked for
};

} // namespace thalweg
