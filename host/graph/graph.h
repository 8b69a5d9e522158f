#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thalweg {

/// A node as it stands in a workflow: what kind it is and how it is set. What it does is its NodeType's business.
struct Node {
    /// Whether it takes part in a run; graph/modes.h says what becomes of the others.
    enum class Mode { Run, Mute, Bypass };

    QString id; ///< letters, digits, `_` and `-`, starting with a letter; distinct within a graph
    QString type; ///< id of a node type, which need not be known
    int version = 1; ///< of the node type that it was made for
    QJsonObject parameters; ///< those that were given; the others are at their defaults
    QJsonObject extra; ///< keys of the file that this program does not know
    Mode mode = Mode::Run;

    bool operator==(const Node &) const = default;
};

/// One end of a link: an output, an input or a parameter of a node.
struct End {
    QString node;
    QString port;

    QString text() const { return node + QLatin1Char('.') + port; }
    auto operator<=>(const End &) const = default;
};

/// From an output to an input or a parameter.
struct Link {
    End from;
    End to;

    /// As the workflow file has it: `cost.objective -> gd.objective`
    QString text() const { return from.text() + QStringLiteral(" -> ") + to.text(); }
    bool operator==(const Link &) const = default;
};

/// The document: what a workflow file holds. A plain value; it need not be sound (see link_rules.h and
/// workflow/check.h).
struct Graph {
    QString title;
    QString description;
    qint64 seed = 1; ///< of all random numbers
    std::vector<Node> nodes; ///< in the file's order
    std::vector<Link> links;
    QJsonObject layout; ///< node id → [x, y] on the canvas
    QJsonArray annotations; ///< notes and frames on the canvas
    QJsonObject extra; ///< keys of the file that this program does not know

    bool operator==(const Graph &) const = default;

    const Node *find(const QString &id) const;

    /// Links that begin or end at the node.
    std::vector<Link> linksOf(const QString &id) const;
};

/// Whether `id` may be a node's id.
bool isNodeId(const QString &id);

/// `wanted` if it is free, else `wanted2`, `wanted3`, …
QString freeNodeId(const Graph &graph, const QString &wanted);

/// Reads `cost.objective -> gd.objective`; nothing where it is not of that form.
std::optional<Link> parseLink(const QString &text);

} // namespace thalweg
