#pragma once

#include "gui/window/problems.h"

#include <QTreeWidget>

namespace thalweg {

/// The problems of a workflow as a list; a click or Enter goes to the node.
class ProblemsView : public QTreeWidget {
    Q_OBJECT

public:
    explicit ProblemsView(QWidget *parent = nullptr);

    void show(const std::vector<Problem> &problems);

Q_SIGNALS:
    void nodeWanted(const QString &node);

private:
    std::vector<Problem> problems_;
};

} // namespace thalweg
