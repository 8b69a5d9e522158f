#pragma once

#include "engine/content_key.h"

#include <thalweg/node_type.h>
#include <thalweg/value.h>

#include <QHash>
#include <QSet>

#include <mutex>

namespace thalweg {

/// One value an output, null where the node gave none.
using OutputValues = std::shared_ptr<const std::vector<ValuePtr>>;

/// What an engine keeps from run to run, of any thread: of each node of the workflow what it gave last, and nothing
/// else. So memory holds at most one result a node; a node that is not part of a run keeps its own.
class KeptResults {
public:
    /// What the node gave when it had this key; null if it was something else.
    OutputValues find(const QString &node, const ContentKey &key) const;

    /// What the node gave last at a port; null where it is not there.
    ValuePtr value(const QString &node, const QString &port) const;

    /// Takes the place of what the node gave before. Outputs that are not `exact` are not what the key stands for (the
    /// node was stopped, or tuned), and are here to be looked at.
    void keep(
        const QString &node, const NodeType &type, const ContentKey &key, const OutputValues &outputs, bool exact);

    void drop(const QString &node);

    /// Drops nodes that are not among these.
    void retain(const QSet<QString> &nodes);

private:
    struct Kept {
        QStringList ports = {};
        ContentKey key = {};
        OutputValues outputs = {};
        bool exact = false;
    };

    mutable std::mutex mutex_;
    QHash<QString, Kept> kept_; ///< by node
};

} // namespace thalweg
