#include "gui/window/problems_view.h"

#include "gui/theme/icons.h"

#include <QHeaderView>

namespace thalweg {

ProblemsView::ProblemsView(QWidget *parent) : QTreeWidget(parent)
{
    setHeaderLabels({ tr("Node"), tr("Problem") });
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAccessibleName(tr("Problems"));
    setFrameShape(QFrame::NoFrame);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    connect(
        this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { Q_EMIT nodeWanted(item->text(0)); });
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) { Q_EMIT nodeWanted(item->text(0)); });
}

void ProblemsView::show(const std::vector<Problem> &problems)
{
    if (problems == problems_)
        return;
    problems_ = problems;
    clear();
    for (const Problem &problem : problems_) {
        auto *item = new QTreeWidgetItem(this, { problem.node, problem.text });
        const bool failed = problem.kind == Problem::Kind::Failure;
        item->setIcon(0, icon(failed ? QStringLiteral("error") : QStringLiteral("warning")));
        item->setToolTip(1, problem.text);
        item->setData(0, Qt::AccessibleTextRole,
            (failed ? tr("%1 failed: %2") : tr("%1 cannot be run: %2")).arg(problem.node, problem.text));
    }
}

} // namespace thalweg
