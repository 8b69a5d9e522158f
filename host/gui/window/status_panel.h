#pragma once

#include "engine/messages.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace thalweg {

/// How a run ended, in a sentence: `Finished in 0.12 s`.
QString endText(RunStatus status, double seconds);

/// The right end of the status bar: how the run stands, how many problems there are, how far the canvas is zoomed.
class StatusPanel : public QWidget {
    Q_OBJECT

public:
    explicit StatusPanel(QWidget *parent = nullptr);

    void setRun(bool isRunning, double progress);
    /// How the last run ended: to be read when nothing runs.
    void setEnded(const QString &text);
    void setProblems(std::size_t count);
    void setZoom(double scale);

Q_SIGNALS:
    void problemsWanted();

private:
    QString ended_;
    QLabel *text_, *zoom_;
    QProgressBar *progress_;
    QToolButton *problems_;
};

} // namespace thalweg
