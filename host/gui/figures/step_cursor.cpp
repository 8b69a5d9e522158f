#include "gui/figures/step_cursor.h"

namespace thalweg {

StepCursor::StepCursor(QObject *parent) : QObject(parent)
{
    constexpr int frame = 16; // milliseconds
    timer_.setInterval(frame);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
        // After a pause of the whole desktop it goes on where it was.
        constexpr double most = 0.25;
        become(advanced(playback_, std::min(most, static_cast<double>(sinceFrame_.restart()) / 1000)));
    });
}

void StepCursor::become(Playback playback)
{
    const std::optional<std::int64_t> before = cursor();
    playback_ = std::move(playback);
    if (playback_.playing && !timer_.isActive()) {
        sinceFrame_.start();
        timer_.start();
    } else if (!playback_.playing) {
        timer_.stop();
    }
    if (cursor() != before)
        Q_EMIT cursorChanged(cursor());
    Q_EMIT changed();
}

void StepCursor::setSteps(std::vector<std::int64_t> steps)
{
    if (steps != playback_.steps)
        become(withSteps(playback_, std::move(steps)));
}

void StepCursor::play()
{
    become(started(playback_));
}

void StepCursor::pause()
{
    Playback paused = playback_;
    paused.playing = false;
    become(std::move(paused));
}

void StepCursor::togglePlaying()
{
    playback_.playing ? pause() : play();
}

void StepCursor::stepForward()
{
    become(stepped(playback_, 1));
}

void StepCursor::stepBack()
{
    become(stepped(playback_, -1));
}

void StepCursor::toStart()
{
    become(movedTo(playback_, playback_.first()));
}

void StepCursor::toEnd()
{
    Playback ended = playback_;
    ended.playing = false;
    ended.at.reset();
    become(std::move(ended));
}

void StepCursor::moveTo(std::int64_t step)
{
    become(movedTo(playback_, step));
}

void StepCursor::setLoop(bool loop)
{
    Playback changed = playback_;
    changed.loop = loop;
    become(std::move(changed));
}

void StepCursor::setPace(const Pace &pace)
{
    Playback changed = playback_;
    changed.pace = pace;
    become(std::move(changed));
}

} // namespace thalweg
