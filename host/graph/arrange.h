#pragma once

#include "graph/edits.h"

#include <QHash>
#include <QLineF>
#include <QRectF>
#include <QSizeF>

namespace thalweg {

/// The sizes of nodes on the canvas, by id; their places are their top left corners.
using NodeSizes = QHash<QString, QSizeF>;

/// Where a node is; it stands at the origin if it has no place, and is a point if it has no size.
QRectF rectOf(const Graph &graph, const NodeSizes &sizes, const QString &id);

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };

/// Moves nodes so that these edges or middles are in line with those of the rectangle around all of them.
Edit align(const Graph &graph, const QStringList &ids, Alignment alignment, const NodeSizes &sizes);

/// Moves nodes so that the gaps between neighbours are equal; the outermost stay. Needs three.
Edit distribute(const Graph &graph, const QStringList &ids, Qt::Orientation orientation, const NodeSizes &sizes);

/// Lays out the nodes (all, or only `ids`, whose top left corner stays) in columns from left to right, each behind
/// those that it depends on, with few crossings; parts that are not linked stand below each other. What lies in a frame
/// stays together in it, and the frame takes the size that this needs. Reroutes of links between nodes that are moved
/// go. The same graph and sizes give the same places; a graph that is tidy already is not changed.
Edit tidy(const Graph &graph, const NodeSizes &sizes, const QStringList &ids = {});

} // namespace thalweg
