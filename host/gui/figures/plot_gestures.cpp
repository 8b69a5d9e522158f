#include "gui/figures/plot_gestures.h"

#include "figure/plot_widget.h"
#include "gui/figures/figure_probe.h"
#include "gui/figures/plot_overlay.h"

#include <QJsonObject>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace thalweg {

namespace {

constexpr double nearer = 0.8; // a turn of the wheel or a key
constexpr double leastDrag = 4; // pixels: less is a click
constexpr double grasp = 9; // pixels around a start
constexpr double degreesAPixel = 0.4; // of a surface that is turned

} // namespace

PlotGestures::PlotGestures(PlotWidget &plot, PlotOverlay &overlay, QObject *parent)
    : QObject(parent), plot_(plot), overlay_(overlay)
{
    plot.setMouseTracking(true);
    plot.installEventFilter(this);
}

bool PlotGestures::canPick() const
{
    return plot_.figure() && !parametersAt(plot_.figure()->content(), { 0, 0 }).isEmpty();
}

void PlotGestures::setPicking(bool picking)
{
    isPicking_ = picking && canPick();
    hasKeyStart_ = false;
    overlay_.setStart({});
    showCursor(plot_.mapFromGlobal(QCursor::pos()), {});
}

bool PlotGestures::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        if (!isPicking_ && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            plot_.showWhole();
        return true;
    case QEvent::Wheel: {
        const auto &wheel = *static_cast<QWheelEvent *>(event);
        constexpr double turn = 120;
        const double turns = wheel.angleDelta().y() / turn;
        if (turns != 0 && plot_.plotArea().contains(wheel.position()))
            plot_.zoom(wheel.position(), std::pow(nearer, turns));
        return true;
    }
    case QEvent::NativeGesture: {
        const auto &gesture = *static_cast<QNativeGestureEvent *>(event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture)
            plot_.zoom(gesture.position(), 1 / (1 + gesture.value()));
        return true;
    }
    case QEvent::Leave:
        Q_EMIT left();
        return false;
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    default:
        return false;
    }
}

void PlotGestures::press(const QMouseEvent &event)
{
    if (drag_ != Drag::None)
        return;
    plot_.setFocus(Qt::MouseFocusReason);
    button_ = event.button();
    from_ = last_ = event.position();
    const bool isLeft = button_ == Qt::LeftButton;
    const bool picks
        = isLeft && canPick() && (isPicking_ || event.modifiers().testFlag(Qt::ControlModifier) || isOnStart(from_));
    if (picks && plot_.plotArea().contains(from_)) {
        drag_ = Drag::Pick;
        lastPicked_.reset();
        pick(from_, false);
    } else if (isLeft && !event.modifiers().testFlag(Qt::ShiftModifier)) {
        drag_ = plot_.canTurn() ? Drag::Turn : Drag::Box;
    } else {
        drag_ = Drag::Pan;
    }
    showCursor(from_, event.modifiers());
}

void PlotGestures::move(const QMouseEvent &event)
{
    const QPointF place = event.position();
    switch (drag_) {
    case Drag::None:
        showCursor(place, event.modifiers());
        Q_EMIT hovered(place);
        break;
    case Drag::Box:
        if ((place - from_).manhattanLength() >= leastDrag)
            overlay_.setBox(QRectF(from_, place).normalized().intersected(plot_.plotArea()));
        break;
    case Drag::Pan:
        plot_.pan(place - last_);
        break;
    case Drag::Turn:
        plot_.turn(-degreesAPixel * (place.x() - last_.x()), degreesAPixel * (place.y() - last_.y()));
        break;
    case Drag::Pick:
        pick(place, false);
        break;
    }
    last_ = place;
}

void PlotGestures::release(const QMouseEvent &event)
{
    if (event.button() != button_)
        return;
    const Drag drag = std::exchange(drag_, Drag::None);
    overlay_.setBox({});
    if (drag == Drag::Pick) {
        pick(event.position(), true);
        overlay_.setStart({});
    } else if (drag == Drag::Box) {
        const QRectF box = QRectF(from_, event.position()).normalized();
        if (box.width() >= leastDrag && box.height() >= leastDrag)
            plot_.zoomTo(box);
    }
    showCursor(event.position(), event.modifiers());
}

void PlotGestures::pick(const QPointF &place, bool isFinal)
{
    const QRectF area = plot_.plotArea();
    const QPointF inside(
        std::clamp(place.x(), area.left(), area.right()), std::clamp(place.y(), area.top(), area.bottom()));
    const QPointF point = plot_.toFigure(inside);
    if (std::isfinite(point.x()) && std::isfinite(point.y())) {
        overlay_.setStart(inside);
        lastPicked_ = point;
    } else if (!isFinal || !lastPicked_) {
        return; // beside a surface
    }
    Q_EMIT picked(*lastPicked_, isFinal);
}

bool PlotGestures::isOnStart(const QPointF &place) const
{
    if (!plot_.figure())
        return false;
    for (const QPointF &start : starts(plot_.figure()->content())) {
        const QPointF off = plot_.toPlace(start.x(), start.y()) - place;
        if (std::hypot(off.x(), off.y()) <= grasp)
            return true;
    }
    return false;
}

void PlotGestures::showCursor(const QPointF &place, Qt::KeyboardModifiers modifiers)
{
    const bool isInside = plot_.plotArea().contains(place);
    if (drag_ == Drag::Pan || drag_ == Drag::Turn)
        plot_.setCursor(Qt::ClosedHandCursor);
    else if (!isInside)
        plot_.unsetCursor();
    else if (drag_ == Drag::Pick || (drag_ == Drag::None && isOnStart(place)))
        plot_.setCursor(Qt::SizeAllCursor);
    else if (canPick() && (isPicking_ || modifiers.testFlag(Qt::ControlModifier)))
        plot_.setCursor(Qt::PointingHandCursor);
    else
        plot_.setCursor(plot_.canTurn() ? Qt::OpenHandCursor : Qt::CrossCursor);
}

bool PlotGestures::key(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const QRectF area = plot_.plotArea();
    const auto direction = [&]() -> QPointF {
        switch (event.key()) {
        case Qt::Key_Left:
            return { -1, 0 };
        case Qt::Key_Right:
            return { 1, 0 };
        case Qt::Key_Up:
            return { 0, -1 };
        case Qt::Key_Down:
            return { 0, 1 };
        default:
            return {};
        }
    }();
    if (!direction.isNull() && isPicking_) {
        if (!hasKeyStart_) {
            const std::vector<QPointF> known = starts(plot_.figure()->content());
            keyStart_ = known.empty() ? area.center() : plot_.toPlace(known.front().x(), known.front().y());
            hasKeyStart_ = true;
        }
        const double stride = event.modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 0.01;
        keyStart_ += QPointF(direction.x() * area.width(), direction.y() * area.height()) * stride;
        pick(keyStart_, false);
        return true;
    }
    if (!direction.isNull() && plot_.canTurn()) {
        constexpr double degrees = 5;
        plot_.turn(-degrees * direction.x(), degrees * direction.y());
        return true;
    }
    if (!direction.isNull()) {
        constexpr double stride = 0.1;
        plot_.pan(QPointF(-direction.x() * area.width(), -direction.y() * area.height()) * stride);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPicking_ || !hasKeyStart_)
            return false;
        hasKeyStart_ = false;
        pick(keyStart_, true);
        overlay_.setStart({});
        return true;
    case Qt::Key_Escape:
        if (drag_ != Drag::Box)
            return false;
        drag_ = Drag::None;
        overlay_.setBox({});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        plot_.zoom(area.center(), nearer);
        return true;
    case Qt::Key_Minus:
        plot_.zoom(area.center(), 1 / nearer);
        return true;
    case Qt::Key_0:
        plot_.showWhole();
        return true;
    default:
        return false;
    }
}

} // namespace thalweg
