#pragma once

#include "graph/change.h"

#include <thalweg/result.h>

#include <QPointF>

namespace thalweg {

/// What a person can do to a graph, as the changes that do it. Pure: the graph that is given is only read. An edit that
/// would change nothing gives no changes. Links are checked by link_rules.h, not here.

struct Edit {
    QString name; ///< as undo and redo say it: `Add node gd`
    std::vector<Change> changes;
    QString mergeKey; ///< edits of the same key that follow each other are undone as one; empty: never
};

/// Refuses an id that is taken or is not an id.
Result<Edit> addNode(const Graph &graph, const Node &node, const QPointF &place);

/// The nodes with their links, places and reroutes. Ids that are not there are passed over.
Edit removeNodes(const Graph &graph, const QStringList &ids);

/// Links, place and reroutes follow. Refuses an id that is taken or is not an id.
Result<Edit> renameNode(const Graph &graph, const QString &from, const QString &to);

/// Undefined as `value` sets it back to its default. Edits of one parameter that follow each other are undone as one.
Result<Edit> setParameter(const Graph &graph, const QString &node, const QString &parameter, const QJsonValue &value);

/// Edits of the same `gesture` (one drag) that follow each other are undone as one; empty: never.
Edit moveNodes(const Graph &graph, const QHash<QString, QPointF> &places, const QString &gesture = QString());
Edit addLink(const Graph &graph, const Link &link);
/// With its reroute.
Edit removeLink(const Graph &graph, const Link &link);
Edit setDetails(const Graph &graph, const Details &details, const QString &name);

/// All nodes, places and annotations of `piece` and the links among its nodes, under free ids where theirs are taken.
Edit paste(const Graph &graph, const Graph &piece, const QPointF &offset);

} // namespace thalweg
