#pragma once

#include "engine/protocol/reply.h"

#include <mutex>

namespace thalweg {

/// Where an engine's frames go: what was stdout when the program began. From then on stdout is stderr, so that what a
/// plugin prints cannot come between them.
class Output {
public:
    Output();

    /// From any thread. When it returns, the frame is with the system: it arrives even if the process ends now.
    void send(const Reply &reply);

private:
    int descriptor_;
    std::mutex mutex_;
};

} // namespace thalweg
