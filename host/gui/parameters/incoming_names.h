#pragma once

#include "graph/graph.h"
#include "gui/run/run_board.h"

#include <functional>
#include <optional>

namespace thalweg {

/// What an output held when it ran last; an empty summary where it did not run yet.
using LastOutput = std::function<OutputStatus(const End &output)>;

/// The names that come in at an input: columns, features, parameters.
struct IncomingNames {
    struct Name {
        QString name;
        QString kind; ///< of a column: `number`, `text` …; empty where it is not known

        bool operator==(const Name &) const = default;
    };

    std::optional<End> source; ///< the output that is linked to the input
    bool areKnown = false; ///< the output has run
    std::vector<Name> names;

    QStringList list() const;
    bool contains(const QString &name) const;
    bool operator==(const IncomingNames &) const = default;
};

IncomingNames incomingNames(
    const Graph &graph, const QString &node, const QString &input, const LastOutput &lastOutput);

/// The names in the summary of a value, of a list those of its first item. Empty where it has none.
std::vector<IncomingNames::Name> namesIn(const QJsonObject &summary);

} // namespace thalweg
