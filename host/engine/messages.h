#pragma once

#include <thalweg/figure.h>
#include <thalweg/run_context.h>

#include <QJsonObject>

#include <functional>
#include <variant>

/// What an engine says of a run. Messages hold plain data and no values, so that they can cross to another process.
namespace thalweg {

enum class NodeState {
    Running,
    Done,
    FromCache, ///< done before, with the same type, parameters, seed, inputs and files
    Failed,
    Skipped, ///< something that it needs failed, it is muted or bypassed, or the run was stopped before its end
};

struct StateMessage {
    QString node;
    NodeState state;
    double seconds = 0; ///< of work; 0 until it ended
    QString problem = {}; ///< where it failed or was skipped: why, from the port or parameter on
};

struct ProgressMessage {
    QString node;
    double part; ///< 0 … 1
};

struct LogMessage {
    QString node;
    RunContext::Level level;
    QString text;
};

/// An output in short.
struct SummaryMessage {
    QString node;
    QString port;
    QString text; ///< one line for people
    QJsonObject summary; ///< with its type, as the results file has it
};

/// A figure at an output; a list of figures gives one message an item.
struct FigureMessage {
    QString node;
    QString port;
    int item; ///< from 0; -1: not in a list
    QString label; ///< where it stands in the list: `rate = 0.1`
    std::shared_ptr<const Figure> figure;
    bool isLive = false; ///< of what was published so far, while a node before it works; the final one comes later
};

/// An output was written to a file, or could not be.
struct SavedMessage {
    QString node;
    QString port;
    QString path;
    QString problem; ///< empty: it was written
};

enum class RunStatus { Finished, Failed, Interrupted };

/// The last message of a run.
struct EndMessage {
    RunStatus status; ///< Failed: a node failed or an output could not be saved; the rest was done all the same
    double seconds;
    int threads;
};

using Message
    = std::variant<StateMessage, ProgressMessage, LogMessage, SummaryMessage, FigureMessage, SavedMessage, EndMessage>;

/// Called from the threads of the run, by one at a time.
using Listener = std::function<void(const Message &)>;

} // namespace thalweg
