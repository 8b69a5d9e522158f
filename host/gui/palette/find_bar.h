#pragma once

#include "gui/palette/find.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace thalweg {

/// Searches a workflow: a field, next, previous, and which of how many is shown. Enter goes on, Shift+Enter back,
/// Escape closes.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void setNodeTypes(const NodeTypes &types);
    /// What is searched; again whenever it has changed.
    void setGraph(const Graph &graph);

    /// Shows itself with the keyboard in the field.
    void open();
    void next();
    void previous();

Q_SIGNALS:
    void showNode(const QString &node);
    void showAnnotation(qsizetype index);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void go(qsizetype by);
    void tell();

    Graph graph_;
    NodeTypes types_;
    std::vector<Found> found_;
    qsizetype current_ = -1; ///< index into found_; -1: none
    QLineEdit *field_;
    QLabel *count_;
    QToolButton *next_;
    QToolButton *previous_;
};

} // namespace thalweg
