#pragma once

#include "engine/tunings.h"

#include <atomic>

namespace thalweg {

/// Stops, pauses and resumes a run, from any thread and from a signal handler; tunes it, from any thread.
class RunControl {
public:
    void stop() noexcept
    {
        stopped_ = true;
        resume();
    }

    void pause() noexcept { paused_ = true; }

    void resume() noexcept
    {
        paused_ = false;
        paused_.notify_all();
    }

    bool isStopped() const noexcept { return stopped_.load(std::memory_order_relaxed); }

    /// Waits while paused; false once stopped.
    bool goOn() noexcept
    {
        while (paused_.load(std::memory_order_relaxed) && !isStopped())
            paused_.wait(true);
        return !isStopped();
    }

    Tunings tunings;

private:
    std::atomic<bool> stopped_ = false;
    std::atomic<bool> paused_ = false;
};

} // namespace thalweg
