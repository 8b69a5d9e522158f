#pragma once

#include "engine/kept_results.h"
#include "engine/mapping.h"
#include "engine/node_context.h"
#include "engine/plan.h"

#include <chrono>
#include <condition_variable>
#include <thread>

namespace thalweg {

/// Shows what nodes publish before their end: the live nodes that read it are run on it, at most 30 times a second, on
/// the newest values only, and their figures are told. What goes wrong there is not told: it may be right in the end.
///
/// That happens in a thread of its own, for the threads of the run may all be busy with the nodes that publish. It
/// rests four times as long as it works, so slow plots cost the run a fifth of its time at most.
class Previews {
public:
    Previews(const Plan &plan, Mailbox &mailbox);
    ~Previews();

    /// Where the items of a step that begins now publish, if anybody reads it live; else null.
    Publisher *open(std::uint32_t step, const Mapping &mapping);

    /// The step has ended with these outputs (null: none). Once all that a live node reads has ended, nothing more is
    /// told of it here, so that its final figures come last.
    void close(std::uint32_t step, const OutputValues &outputs);

private:
    /// A step that live nodes read.
    struct Source final : Publisher {
        explicit Source(Previews &previews) : previews(previews) { }
        void publish(std::size_t item, std::size_t output, const ValuePtr &value) override;

        Previews &previews;
        const NodeType *type = nullptr;
        std::optional<Mapping> mapping; ///< while it runs
        std::vector<std::vector<ValuePtr>> published; ///< by item and output
        OutputValues ended; ///< once it is closed
        bool isClosed = false;
        bool isNew = false; ///< published since the last look
    };
    using Values = QHash<std::uint32_t, std::vector<ValuePtr>>; ///< by step

    void loop();
    void show(Values values, QSet<std::uint32_t> fresh);
    /// What arrives at a live step; nothing where something is not there yet.
    std::optional<std::vector<Mapping::Arrival>> arrivalsOf(const Plan::Step &step, const Values &values) const;
    /// Something that the step reads has not ended. Under the lock.
    bool isOpen(const Plan::Step &step) const;
    /// Begins or ends (null) the run of a live step. False if it is not to be run any more.
    bool setShown(const Plan::Step *step);
    void tell(const Plan::Step &step, const std::vector<ValuePtr> &outputs);

    const Plan &plan_;
    Mailbox &mailbox_;
    std::vector<std::uint32_t> liveSteps_; ///< in the plan's order

    std::mutex mutex_; ///< guards all below
    std::vector<std::unique_ptr<Source>> sources_; ///< by step; null where no live node reads it
    const Plan::Step *shown_ = nullptr; ///< the live step that runs now
    std::unique_ptr<RunControl> control_; ///< of its run
    bool isEnded_ = false;
    std::condition_variable ended_;
    std::thread thread_; ///< from the first open() on
};

} // namespace thalweg
