#include "gui/window/figure_title.h"

#include "gui/theme/icons.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>
#include <QToolButton>

namespace thalweg {

namespace {

bool liesInTabs(QDockWidget &dock)
{
    const auto *area = qobject_cast<QMainWindow *>(dock.parentWidget());
    return area && !dock.isFloating() && !area->tabifiedDockWidgets(&dock).isEmpty();
}

} // namespace

FigureTitle::FigureTitle(QDockWidget &dock, QWidget *tools) : QWidget(&dock), dock_(dock), title_(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 2, 0);
    row->setSpacing(2);
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(title_, 1);
    row->addWidget(tools);
    const auto add = [&](const QString &name, const QString &text) {
        auto *button = new QToolButton;
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        button->setAccessibleName(text);
        button->setToolTip(text);
        row->addWidget(button);
        return button;
    };
    QToolButton *floats = add(QStringLiteral("float"), tr("Take it out of the window, or put it back"));
    QToolButton *closes = add(QStringLiteral("close"), tr("Close; a double click on the node's output opens it again"));
    connect(floats, &QToolButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(closes, &QToolButton::clicked, &dock, &QDockWidget::close);

    // Whether a dock shares its place is known only when all docks have found theirs.
    const auto soon = [this] { QTimer::singleShot(0, this, &FigureTitle::showTitle); };
    connect(&dock, &QDockWidget::windowTitleChanged, this, soon);
    connect(&dock, &QDockWidget::topLevelChanged, this, soon);
    connect(&dock, &QDockWidget::dockLocationChanged, this, soon);
    connect(&dock, &QDockWidget::visibilityChanged, this, soon);
    soon();
}

QSize FigureTitle::minimumSizeHint() const
{
    return { 80, QWidget::minimumSizeHint().height() };
}

void FigureTitle::resizeEvent(QResizeEvent *)
{
    showTitle();
}

void FigureTitle::showTitle()
{
    const QString title = liesInTabs(dock_) ? QString() : dock_.windowTitle();
    title_->setText(title_->fontMetrics().elidedText(title, Qt::ElideRight, title_->width()));
    title_->setToolTip(dock_.windowTitle());
}

} // namespace thalweg
