#pragma once

#include "gui/figures/figure_board.h"

#include <QJsonObject>
#include <QMainWindow>

class QDockWidget;
class QLabel;
class QToolBar;
class QToolButton;

namespace thalweg {

class EngineClient;
class StepCursor;

/// The figures of a workflow side by side, in tabs, floating or on the whole screen, and the transport that moves them
/// all.
class FigureArea : public QMainWindow {
    Q_OBJECT

public:
    explicit FigureArea(QWidget *parent = nullptr);

    /// Room to see something: what a dock gets that is shown for the first time.
    QSize sizeHint() const override { return { 640, 480 }; }

    /// Null, null: there is no workflow. Both must outlive it, or be replaced before they go.
    void setSources(FigureBoard *board, StepCursor *cursor);

    /// Brings the figures of an output to the front; false where there are none.
    bool show(const QString &node, const QString &port);
    /// Opens a table of the rows behind an output, or brings it to the front.
    void openTable(EngineClient &engine, const QString &node, const QString &port);
    /// The tables that are open ask for their rows again: after a run.
    void refreshTables();

Q_SIGNALS:
    /// There is something to be seen: a first figure, or a table that was asked for.
    void appeared();
    /// A place in a figure was chosen as the start of the descents that it shows.
    void startPicked(const QString &node, const QJsonObject &place, bool isFinal);

private:
    QDockWidget *add(const QString &id, const QString &title, QWidget *widget);
    QDockWidget *find(const QString &id) const;
    void remove(const QString &id);
    void bringToFront(QDockWidget &dock);
    void addFigure(const FigureKey &key);
    void showOnScreen(const FigureKey &key);
    void updateEmptiness();

    FigureBoard *board_ = nullptr;
    StepCursor *cursor_ = nullptr;
    QToolBar *bar_; ///< of the transport
    QToolButton *pin_;
    QLabel *nothing_;
};

} // namespace thalweg
