// What the mouse, the wheel, the keys and drags do on the canvas: which gesture begins, and how it goes on.

#include "gui/canvas/canvas_view.h"

#include "gui/canvas/commands/annotate.h"
#include "gui/canvas/commands/context_menu.h"
#include "gui/canvas/gestures/begin_gesture.h"
#include "gui/canvas/gestures/drop.h"
#include "gui/canvas/gestures/pan_gesture.h"
#include "gui/canvas/inline_editor.h"
#include "gui/canvas/keyboard/keys.h"
#include "gui/canvas/open_output.h"
#include "gui/palette/categories.h"

#include <QApplication>
#include <QInputDevice>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace thalweg {

Pointer CanvasView::pointerAt(const QPoint &viewport, Qt::KeyboardModifiers modifiers) const
{
    return { mapToScene(viewport), viewport, modifiers };
}

void CanvasView::moveGesture(const Pointer &pointer)
{
    gesture_->move(pointer);
    if (gesture_ && gesture_->scrolls())
        autoScroll_.follow(pointer.viewport, viewport()->size());
}

void CanvasView::endGesture(bool finishes, const Pointer &pointer)
{
    autoScroll_.stop();
    // Taken out first: an edit that it makes comes back here by mirrored().
    const std::unique_ptr<Gesture> gesture = std::move(gesture_);
    if (!gesture)
        return;
    if (finishes)
        gesture->finish(pointer);
    else
        gesture->cancel();
    viewport()->update();
}

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    inlineEditor_->commit();
    if (gesture_)
        return; // another button, while something is dragged
    hover_.leave();
    const Pointer pointer = pointerAt(event->position().toPoint(), event->modifiers());
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceIsDown_);
    if (pans) {
        spaceDragged_ = spaceIsDown_;
        gesture_ = std::make_unique<PanGesture>(*this, pointer);
    } else if (event->button() == Qt::LeftButton) {
        gesture_ = beginGesture(*this, pointer);
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    const Pointer pointer = pointerAt(event->position().toPoint(), event->modifiers());
    if (gesture_)
        moveGesture(pointer);
    else if (event->buttons() == Qt::NoButton)
        hover_.at(pointer.scene);
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (gesture_ && (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton))
        endGesture(true, pointerAt(event->position().toPoint(), event->modifiers()));
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    using Part = CanvasHit::Part;
    event->accept();
    if (event->button() != Qt::LeftButton || gesture_)
        return;
    const QPointF place = mapToScene(event->position().toPoint());
    const CanvasHit hit = hitTest(*scene_, place);
    switch (hit.part) {
    case Part::Nothing:
        openQuickSearch(place);
        break;
    case Part::Port:
        if (hit.side == Side::Output)
            Q_EMIT outputWanted(hit.node->id(), hit.port);
        break;
    case Part::Eye:
        openOutput(*this, hit.node->id());
        break;
    case Part::Node:
        Q_EMIT parametersWanted(hit.node->id());
        break;
    case Part::Link:
    case Part::LinkEnd:
        addReroutePoint(*this, hit.link->link(), place);
        break;
    case Part::Note:
    case Part::Frame:
    case Part::Corner:
        editAnnotation(*this, hit.annotation->index());
        break;
    case Part::Reroute:
        break;
    }
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint mouse = event->position().toPoint();
    const QPoint angle = event->angleDelta();
    const bool isTouchpad = event->device() && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (isTouchpad && !(event->modifiers() & Qt::ControlModifier)) {
        navigation_.panBy(-(event->pixelDelta().isNull() ? angle / 3 : event->pixelDelta()));
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier || (angle.x() != 0 && angle.y() == 0)) {
        navigation_.panBy({ -(angle.y() != 0 ? angle.y() : angle.x()) / 2, 0 });
        return;
    }
    navigation_.zoomBy(std::pow(1.2, angle.y() / 120.0), mouse);
    if (gesture_)
        gesture_->move(pointerAt(mouse, event->modifiers()));
}

bool CanvasView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            navigation_.zoomBy(1 + gesture->value(), gesture->position().toPoint());
            return true;
        }
    }
    if (event->type() == QEvent::Leave)
        hover_.leave();
    if (event->type() == QEvent::ToolTip)
        return true; // the hover has said it already
    return QGraphicsView::viewportEvent(event);
}

bool CanvasView::focusNextPrevChild(bool next)
{
    return focusNext(*this, next) || QGraphicsView::focusNextPrevChild(next);
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && gesture_) {
        endGesture(false);
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat() && !spaceIsDown_) {
            spaceIsDown_ = true;
            spaceDragged_ = false;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (gesture_ || !handleKey(*this, *event))
        event->ignore(); // not to the base class, whose arrows scroll
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !spaceIsDown_) {
        event->ignore();
        return;
    }
    spaceIsDown_ = false;
    viewport()->unsetCursor();
    if (!spaceDragged_ && !gesture_)
        openQuickSearch(placeForNew());
}

void CanvasView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    showFocus();
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    spaceIsDown_ = false;
    showFocus();
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (gesture_)
        return;
    const NodeItem *focused = scene_->node(focusNode_);
    const bool atFocus = event->reason() == QContextMenuEvent::Keyboard && focused;
    const QPointF place = atFocus ? focused->card().center() : mapToScene(event->pos());
    const CanvasHit hit = hitTest(*scene_, place);
    if (QGraphicsItem *item = hit.item(); item && !item->isSelected()) {
        scene_->clearSelection();
        item->setSelected(true);
    }
    hover_.leave();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillContextMenu(*menu, *this, hit, place);
    menu->popup(atFocus ? viewport()->mapToGlobal(mapFromScene(place)) : event->globalPos());
}

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    if (canDrop(*event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!canDrop(*event->mimeData())) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QPoint mouse = event->position().toPoint();
    showDropTarget(*this, QString::fromUtf8(event->mimeData()->data(QLatin1String(nodeTypeMime))), mapToScene(mouse));
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *event)
{
    event->accept();
    showDropTarget(*this, {}, {});
}

void CanvasView::dropEvent(QDropEvent *event)
{
    if (drop(*this, *event->mimeData(), mapToScene(event->position().toPoint())))
        event->acceptProposedAction();
    setFocus();
}

} // namespace thalweg
