#pragma once

#include "engine/messages.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

namespace thalweg {

/// An output in short, as the last run told it.
struct OutputStatus {
    QString text; ///< one line for people
    QJsonObject summary; ///< with its `type`
};

/// What is known of a node from the last run that it was part of.
struct NodeStatus {
    enum class State { Unknown, Waiting, Running, Done, FromCache, Failed, Skipped };

    State state = State::Unknown;
    double progress = 0; ///< 0 … 1, while running
    double seconds = 0; ///< of work
    QString problem = {}; ///< why it failed or was skipped
    QMap<QString, OutputStatus> outputs = {}; ///< by port; kept until the node has run again
};

/// The runs of one workflow as the views of a window see them. Fed with the engine's messages; lives on the GUI thread.
class RunBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of a node that no run told of: Unknown.
    const NodeStatus &status(const QString &node) const;
    QHash<QString, NodeStatus> all() const { return statuses_; }

    /// A run begins that these nodes are part of: they wait.
    void begin(const QStringList &nodes);
    void take(const Message &message);
    /// The engine is gone: what was waiting or running is Skipped, with this as its problem.
    void abandon(const QString &why);
    void rename(const QString &from, const QString &to);
    void remove(const QString &node);

Q_SIGNALS:
    void changed(const QString &node);

private:
    QHash<QString, NodeStatus> statuses_;
    QSet<QString> outdated_; ///< nodes whose outputs are those of a run before
};

} // namespace thalweg
