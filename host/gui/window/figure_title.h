#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;

namespace thalweg {

/// The title bar of a figure's dock: its title, where no tab says it, what can be done to the figure, and what docks
/// have. It is dragged and double-clicked as any title bar.
class FigureTitle : public QWidget {
    Q_OBJECT

public:
    /// Takes `tools` in; all belong to the dock.
    FigureTitle(QDockWidget &dock, QWidget *tools);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTitle();

    QDockWidget &dock_;
    QLabel *title_;
};

} // namespace thalweg
