#pragma once

#include "engine/messages.h"
#include "engine/plan.h"
#include "engine/run_control.h"
#include "engine/tunings.h"

#include <mutex>

namespace thalweg {

/// Hands the messages of many threads to a listener one by one.
class Mailbox {
public:
    explicit Mailbox(const Listener &listener) : listener_(listener) { }

    void send(const Message &message)
    {
        const std::lock_guard lock(mutex_);
        listener_(message);
    }

private:
    std::mutex mutex_;
    const Listener &listener_;
};

/// The progress of a node: the mean of its items', told in steps of a hundredth.
class NodeProgress {
public:
    NodeProgress(const QString &node, std::size_t items, Mailbox &mailbox)
        : node_(node), items_(static_cast<double>(items)), mailbox_(mailbox)
    {
    }

    void advance(double byPartOfAnItem);

private:
    QString node_;
    double items_;
    Mailbox &mailbox_;
    std::mutex mutex_;
    double part_ = 0;
    double told_ = 0;
};

/// Takes what the items of one running node publish.
class Publisher {
public:
    virtual ~Publisher() = default;

    /// From any thread; soon done.
    virtual void publish(std::size_t item, std::size_t output, const ValuePtr &value) = 0;

    std::unique_ptr<std::atomic<bool>[]> isWanted; ///< by item: somebody waits for a newer value
};

/// Those who watch a node while it runs; null where there is nobody.
struct Watchers {
    Publisher *publisher = nullptr;
    NodeTuning *tuning = nullptr;
};

/// Where a node that runs once an item stands.
struct ItemPlace {
    std::size_t index = 0;
    QString label = {}; ///< `rate = 0.1`, or empty
};

/// What a running node sees of the engine; one for each item of a list.
class NodeContext final : public RunContext {
public:
    NodeContext(std::uint64_t seed, const Plan &plan, const Plan::Step &step, const ItemPlace &item,
        NodeProgress &progress, RunControl &control, Mailbox &mailbox, const Watchers &watchers);

    bool goOn() override { return control_.goOn(); }
    void progress(double part) override;
    void log(Level level, const QString &message) override;
    bool wantsPublish() override
    {
        return watchers_.publisher && watchers_.publisher->isWanted[item_.index].load(std::memory_order_relaxed);
    }
    void publish(const QString &port, const ValuePtr &value) override;
    double tuned(const QString &parameter, double given) override
    {
        return watchers_.tuning ? watchers_.tuning->get(parameter, given) : given;
    }

private:
    const Plan::Step &step_;
    ItemPlace item_;
    NodeProgress &progress_;
    RunControl &control_;
    Mailbox &mailbox_;
    Watchers watchers_;
    std::atomic<double> part_ = 0;
};

} // namespace thalweg
