#pragma once

#include "gui/figures/steps.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace thalweg {

/// The one step cursor of a workflow: every figure listens to it. Lives on the GUI thread.
class StepCursor final : public QObject {
    Q_OBJECT

public:
    explicit StepCursor(QObject *parent = nullptr);

    const Playback &playback() const { return playback_; }
    std::optional<std::int64_t> cursor() const { return playback_.cursor(); }

    void setSteps(std::vector<std::int64_t> steps);

public Q_SLOTS:
    void play();
    void pause();
    void togglePlaying();
    void stepForward();
    void stepBack();
    void toStart();
    void toEnd(); ///< and stays at the newest step while a run goes on
    void moveTo(std::int64_t step);
    void setLoop(bool loop);
    void setPace(const thalweg::Pace &pace);

Q_SIGNALS:
    /// The step that layers are to show; empty: the newest.
    void cursorChanged(std::optional<std::int64_t> cursor);
    /// Anything of playback(), the cursor too.
    void changed();

private:
    void become(Playback playback);

    Playback playback_;
    QTimer timer_;
    QElapsedTimer sinceFrame_;
};

} // namespace thalweg
