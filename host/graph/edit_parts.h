#pragma once

#include "graph/annotations.h"

#include <functional>

/// What edits are made of, for the sources of this folder.
namespace thalweg {

/// The node must be there.
std::size_t indexOf(const Graph &graph, const QString &id);

QJsonArray toJson(const QPointF &place);
QPointF pointOf(const QJsonValue &json);

/// The place of a node on the canvas; the origin if it has none.
QPointF placeOf(const Graph &graph, const QString &id);

/// A note, frame or reroute somewhere else; of another kind: as it is.
QJsonValue moved(const QJsonValue &annotation, const QPointF &offset);

/// The smallest rectangle around all; also of points, which QRectF::united() leaves out.
QRectF around(const std::vector<QRectF> &rects);

/// Appends the change from the graph's details to `after`, if it is one.
void changeDetails(std::vector<Change> &changes, const Graph &graph, const Details &after);

/// The annotations with each reroute's link as `changed` gives it; reroutes of links for which it gives nothing go.
QJsonArray withRerouted(const QJsonArray &annotations, const std::function<std::optional<Link>(const Link &)> &changed);

/// The annotations without the reroutes of these links.
QJsonArray withoutReroutesOf(const QJsonArray &annotations, const std::vector<Link> &links);

} // namespace thalweg
