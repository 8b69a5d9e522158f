#pragma once

#include "graph/fitting.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStandardItemModel;

namespace thalweg {

/// The search for a node type that opens over the canvas and closes as soon as one is chosen, on Escape, and when
/// something else is clicked.
class QuickSearch : public QFrame {
    Q_OBJECT

public:
    explicit QuickSearch(QWidget *parent = nullptr);

    void setNodeTypes(const NodeTypes &types);

    /// Opens with its search field below `place` (global), within the screen, with `typed` in the field. Where a link
    /// is open, `fits` (graph/fitting.h) come first, with the port that takes it; the others follow.
    void open(const QPoint &place, const QString &typed = {}, const std::vector<Fit> &fits = {});

Q_SIGNALS:
    /// The port is empty where the type is none of `fits`.
    void chosen(const QString &type, const QString &port);
    /// It has closed without a choice.
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void rebuild();
    void step(int by);
    void choose(const QModelIndex &index);

    NodeTypes types_;
    std::vector<Fit> fits_;
    QLineEdit *field_;
    QListView *list_;
    QLabel *nothing_;
    QStandardItemModel *model_;
    bool isChosen_ = false;
};

} // namespace thalweg
