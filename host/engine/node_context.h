#pragma once

#include "engine/messages.h"
#include "engine/run_control.h"

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

/// What a running node sees of the engine; one for each item of a list.
class NodeContext final : public RunContext {
public:
    NodeContext(std::uint64_t seed, const QString &directory, const QString &node, const QString &item,
        NodeProgress &progress, RunControl &control, Mailbox &mailbox);

    bool goOn() override { return control_.goOn(); }
    void progress(double part) override;
    void log(Level level, const QString &message) override;

private:
    QString node_;
    QString item_; ///< `rate = 0.1`, or empty
    NodeProgress &progress_;
    RunControl &control_;
    Mailbox &mailbox_;
    std::atomic<double> part_ = 0;
};

} // namespace thalweg
