#pragma once

#include <thalweg/figure.h>

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

namespace thalweg {

class PlotGestures;
class PlotOverlay;
class PlotWidget;
class TableFigure;

/// One figure on the screen, in the colours of the window: a plot that can be looked at closely and whose starts can be
/// moved (see PlotGestures), or a table. For a screen reader it is a text that says what the figure shows.
class FigureView final : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget *parent = nullptr);

    /// Without a flicker; the view that a person chose stays.
    void setFigure(std::shared_ptr<const Figure> figure);
    const std::shared_ptr<const Figure> &figure() const { return figure_; }
    bool isTable() const;
    bool canPick() const;

    /// The figure with the axes as they are seen now.
    std::shared_ptr<const Figure> seenFigure() const;
    QImage image() const;
    std::optional<std::int64_t> stepCursor() const { return cursor_; }
    PlotWidget &plot() const { return *plot_; }

public Q_SLOTS:
    /// The step that layers show; empty: the last.
    void moveCursor(std::optional<std::int64_t> cursor);
    void setPicking(bool picking);
    void showWhole();
    void zoomIn();
    void zoomOut();
    /// A plot as an image, a table as CSV.
    void copy() const;

Q_SIGNALS:
    /// Numbers for the parameters that the axes stand for, by name; while a start is dragged, with isFinal false.
    void startPicked(const QJsonObject &values, bool isFinal);
    void canPickChanged(bool canPick);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void takeColours();
    void describe();
    void showNumbers(const QPointF &place);

    std::shared_ptr<const Figure> figure_;
    std::optional<std::int64_t> cursor_;
    PlotWidget *plot_;
    PlotOverlay *overlay_;
    PlotGestures *gestures_;
    TableFigure *table_;
    bool couldPick_ = false;
    QTimer words_; ///< a description is made when things have come to rest
};

} // namespace thalweg
