#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

class QKeyEvent;
class QMouseEvent;

namespace thalweg {

class PlotOverlay;
class PlotWidget;

/// What a person does to a plot with mouse and keys. Left drag: a box to zoom to. Right, middle or Shift + left drag:
/// the view moves; on a surface, a left drag turns it instead. Wheel: nearer and farther at the mouse. Double click:
/// the whole. Ctrl + click, a click while picking, or a drag of a path's start: the start is there. Keys: arrows (which
/// turn a surface), +, −, 0; while picking, arrows move the start (Shift: far) and Return leaves it there.
class PlotGestures final : public QObject {
    Q_OBJECT

public:
    PlotGestures(PlotWidget &plot, PlotOverlay &overlay, QObject *parent);

    void setPicking(bool picking);
    bool isPicking() const { return isPicking_; }
    /// Whether the figure's axes stand for parameters, so that a start can be picked.
    bool canPick() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A start, in the units of the axes; more come while it is dragged.
    void picked(const QPointF &point, bool isFinal);
    void hovered(const QPointF &place);
    void left();

private:
    enum class Drag { None, Box, Pan, Turn, Pick };

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    bool key(const QKeyEvent &event);
    void pick(const QPointF &place, bool isFinal);
    bool isOnStart(const QPointF &place) const;
    void showCursor(const QPointF &place, Qt::KeyboardModifiers modifiers);

    PlotWidget &plot_;
    PlotOverlay &overlay_;
    bool isPicking_ = false;
    Drag drag_ = Drag::None;
    Qt::MouseButton button_ = Qt::NoButton;
    QPointF from_, last_;
    std::optional<QPointF> lastPicked_; ///< where the figure has a point
    QPointF keyStart_; ///< the start that keys move
    bool hasKeyStart_ = false;
};

} // namespace thalweg
