#pragma once

#include "figure/style.h"

#include <thalweg/figure.h>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCustomPlot;

namespace thalweg {

class FilledPlot;

/// The part of a plot that is seen, in the units of its axes.
struct PlotView {
    double xFrom = 0, xTo = 1, yFrom = 0, yTo = 1;

    bool operator==(const PlotView &) const = default;
    bool contains(double x, double y) const { return x >= xFrom && x <= xTo && y >= yFrom && y <= yTo; }
};

/// A figure that is not a table, on the screen: as a file has it, but of the widget's size, with a view that moves. It
/// answers no mouse and no key; those who do call it. Places are in the widget's pixels.
class PlotWidget final : public QWidget {
    Q_OBJECT

public:
    explicit PlotWidget(QWidget *parent = nullptr);
    ~PlotWidget() override;

    /// Shows another figure without a blank in between. A view that a person chose stays as long as the axes can show
    /// it. Figures that come faster than they can be drawn are passed over, all but the newest.
    void setFigure(std::shared_ptr<const Figure> figure);
    const std::shared_ptr<const Figure> &figure() const { return figure_; }
    void setTheme(FigureStyle::Theme theme);
    /// Whether the figure's title is drawn above the plot; at first it is.
    void setTitleShown(bool shown);

    /// Redraws only what follows the steps. Where the point that the cursor leads was in a view that a person chose
    /// and would leave it, the view goes after it.
    void moveCursor(std::optional<std::int64_t> cursor);
    std::optional<std::int64_t> stepCursor() const { return cursor_; }

    /// Inside the axes; empty before the first figure was drawn.
    QRectF plotArea() const;
    QPointF toFigure(const QPointF &place) const; ///< coordinates in the units of the axes
    QPointF toPlace(double x, double y) const; ///< not finite where an axis cannot show it

    PlotView view() const;
    void setView(const PlotView &view);
    bool showsWhole() const { return !view_; }
    void showWhole();
    /// Makes the view `factor` times as wide and high (below 1: nearer), with what is at `place` staying there.
    void zoom(const QPointF &place, double factor);
    void zoomTo(const QRectF &part);
    void pan(const QPointF &by);

Q_SIGNALS:
    void drawn(); ///< anew, or another view of it: places have changed
    void viewFollowed(); ///< it went after a descent that left it

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void fillSoon();
    void applyView();
    void keepView();
    void follow();

    QCustomPlot *plot_;
    std::unique_ptr<FilledPlot> filled_;
    std::shared_ptr<const Figure> figure_;
    FigureStyle::Theme theme_ = FigureStyle::Theme::Light;
    bool hasTitle_ = true;
    std::optional<std::int64_t> cursor_;
    std::optional<PlotView> view_; ///< that a person chose
    bool wasInView_ = true; ///< the point that the cursor leads
    QTimer later_; ///< until the next fill
    QElapsedTimer sinceFill_;
    qint64 fillTook_ = 0; ///< milliseconds
};

/// Where the cursor leads: the last point of the last path of the figure at this step; empty where there is none.
std::optional<QPointF> pointAtCursor(const FigureContent &figure, std::optional<std::int64_t> cursor);

} // namespace thalweg
