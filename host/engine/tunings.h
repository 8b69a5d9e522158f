#pragma once

#include <thalweg/node_type.h>

#include <QHash>

#include <atomic>
#include <cmath>
#include <deque>
#include <memory>
#include <mutex>

namespace thalweg {

/// What a person has made of the number parameters of one running node. Read without a lock.
class NodeTuning {
public:
    explicit NodeTuning(const NodeType &type);

    /// A parameter that the node does not have or that is no number, and a value out of its range, are passed over.
    void set(const QString &parameter, double value);

    double get(const QString &parameter, double given) noexcept
    {
        return isSet_.load(std::memory_order_relaxed) ? find(parameter, given) : given;
    }

    /// The node was told another value than the one that was given.
    bool wasUsed() const { return wasUsed_; }

private:
    struct Entry {
        explicit Entry(const Parameter &parameter) : parameter(parameter) { }

        const Parameter parameter;
        std::atomic<double> value = std::nan(""); ///< NaN: as given
    };

    double find(const QString &parameter, double given) noexcept;

    std::deque<Entry> entries_; ///< does not change in length
    std::atomic<bool> isSet_ = false;
    std::atomic<bool> wasUsed_ = false;
};

/// The tunings of the nodes of one run, from any thread.
class Tunings {
public:
    /// Of a node that does not run yet, it holds from its start on.
    void set(const QString &node, const QString &parameter, double value);

    /// What a node that begins now is to ask.
    std::shared_ptr<NodeTuning> begin(const QString &node, const NodeType &type);

private:
    std::mutex mutex_;
    QHash<QString, QHash<QString, double>> early_; ///< by node and parameter
    QHash<QString, std::shared_ptr<NodeTuning>> running_;
};

} // namespace thalweg
