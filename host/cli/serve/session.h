#pragma once

#include "cli/serve/output.h"
#include "cli/serve/worker.h"
#include "engine/engine.h"
#include "engine/protocol/request.h"
#include "registry/registry.h"

namespace thalweg {

/// An engine that a window talks to: takes its requests on the thread that hears them, and does what takes time on two
/// threads of its own, one for runs and one for tables. Lives until the process ends.
///
/// It knows nothing of the workflow between runs. Each run brings the whole of it: some kilobytes, against which a
/// protocol of edits would have two graphs to be kept equal. What has not changed is found by its content key.
class Session {
public:
    Session(const Registry &registry, Output &output);

    void take(const request::Run &run);
    void take(const request::Stop &);
    void take(const request::Pause &);
    void take(const request::Resume &);
    void take(const request::Tune &tune);
    void take(const request::Table &table);

private:
    /// A run that was asked for and has not ended.
    struct Asked {
        request::Run run;
        RunControl control;
    };

    void run(Asked &asked);
    void answer(const request::Table &table);

    const Registry &registry_;
    Output &output_;
    Engine engine_;

    std::mutex mutex_;
    std::shared_ptr<Asked> current_; ///< goes on
    std::shared_ptr<Asked> next_; ///< waits for its end; a newer one takes its place

    /// The last table that was asked for: the next question is likely to be about its next rows.
    ValuePtr shown_;
    std::shared_ptr<const Table> shownTable_;

    Worker runs_;
    Worker tables_;
};

} // namespace thalweg
