#include "gui/window/status_panel.h"

#include "gui/theme/icons.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace thalweg {

QString endText(RunStatus status, double seconds)
{
    const QString time = seconds < 0.001 ? QCoreApplication::translate("StatusPanel", "less than 1 ms")
        : seconds < 1                    ? QStringLiteral("%1 ms").arg(seconds * 1000, 0, 'f', 0)
                                         : QStringLiteral("%1 s").arg(seconds, 0, 'f', seconds < 10 ? 2 : 1);
    switch (status) {
    case RunStatus::Finished:
        return QCoreApplication::translate("StatusPanel", "Finished in %1").arg(time);
    case RunStatus::Failed:
        return QCoreApplication::translate("StatusPanel", "Ended with failures after %1").arg(time);
    case RunStatus::Interrupted:
        return QCoreApplication::translate("StatusPanel", "Stopped after %1").arg(time);
    }
    return {};
}

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent), text_(new QLabel), zoom_(new QLabel), progress_(new QProgressBar), problems_(new QToolButton)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *> { text_, progress_, problems_, zoom_ })
        layout->addWidget(part);
    progress_->setRange(0, 1000);
    progress_->setFixedSize(140, 14);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the run"));
    progress_->hide();
    problems_->setIcon(icon(QStringLiteral("warning")));
    problems_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    problems_->setAutoRaise(true);
    problems_->setToolTip(tr("Show what keeps nodes from running"));
    problems_->hide();
    zoom_->setToolTip(tr("Zoom of the canvas"));
    zoom_->setMinimumWidth(zoom_->fontMetrics().horizontalAdvance(QStringLiteral("400 %")));
    zoom_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setZoom(1);
    connect(problems_, &QToolButton::clicked, this, &StatusPanel::problemsWanted);
}

void StatusPanel::setRun(bool isRunning, double progress)
{
    progress_->setVisible(isRunning);
    progress_->setValue(static_cast<int>(progress * 1000));
    text_->setText(isRunning ? tr("Running") : ended_);
}

void StatusPanel::setEnded(const QString &text)
{
    ended_ = text;
}

void StatusPanel::setProblems(std::size_t count)
{
    problems_->setVisible(count > 0);
    problems_->setText(tr("%n problem(s)", nullptr, static_cast<int>(count)));
}

void StatusPanel::setZoom(double scale)
{
    zoom_->setText(tr("%1 %").arg(qRound(scale * 100)));
}

} // namespace thalweg
