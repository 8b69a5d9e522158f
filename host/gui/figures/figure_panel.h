#pragma once

#include "gui/figures/figure_board.h"

#include <QWidget>

class QComboBox;
class QSlider;
class QToolButton;

namespace thalweg {

class FigureView;
class StepCursor;

/// The figure of one output, with what can be done to it; of a list of figures one at a time, chosen by its label. It
/// follows board and cursor by itself; both must outlive it.
class FigurePanel final : public QWidget {
    Q_OBJECT

public:
    FigurePanel(FigureBoard &board, StepCursor &cursor, FigureKey key, QWidget *parent = nullptr);

    const FigureKey &key() const { return key_; }
    FigureView &view() const { return *view_; }
    int item() const { return item_; }
    /// The figure's title, for a tab or a dock.
    QString title() const;
    /// The buttons for what can be done to the figure, to be put above it; a child of the panel until then.
    QWidget *tools() const { return tools_; }
    /// Whether the figure itself shows its title.
    void setTitleShown(bool shown);

public Q_SLOTS:
    void setItem(int item);
    /// Asks where; see save_figure.h.
    void save();

Q_SIGNALS:
    void titleChanged(const QString &title);
    void fullScreenWanted();
    /// A start was picked in the figure of `node`: name of a parameter → number (see start_edit.h).
    void startPicked(const QString &node, const QJsonObject &values, bool isFinal);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &text);
    void addTools();
    void take();

    FigureBoard &board_;
    StepCursor &cursor_;
    FigureKey key_;
    int item_ = 0;
    QString title_;
    FigureView *view_;
    QComboBox *chooser_;
    QSlider *slider_;
    QWidget *tools_;
    QToolButton *pick_, *fit_, *zoomIn_, *zoomOut_, *copy_, *save_, *fullScreen_;
};

} // namespace thalweg
