#pragma once

#include "graph/arrange.h"

#include <thalweg/result.h>

#include <QMarginsF>

#include <variant>

namespace thalweg {

/// What stands on the canvas beside nodes and links. Graph::annotations holds it as in the file; these are views of it.
///
///     {"kind": "note", "rect": [0, 0, 200, 120], "text": "**why**", "colour": "#ffe9a8"}
///     {"kind": "frame", "rect": [0, 0, 600, 300], "title": "Data"}
///     {"kind": "reroute", "link": "cost.objective -> gd.objective", "points": [[120, 40], [160, 40]]}

struct Note {
    QRectF rect = {};
    QString text = {}; ///< Markdown
    QString colour = {}; ///< `#rrggbb`; empty: the theme's

    bool operator==(const Note &) const = default;
};

/// Stands behind nodes; they move with it where their centres lie in it.
struct Frame {
    QRectF rect = {};
    QString title = {};
    QString colour = {}; ///< `#rrggbb`; empty: the theme's

    bool operator==(const Frame &) const = default;
};

/// The points that a link goes through, from its output on.
struct Reroute {
    Link link = {};
    std::vector<QPointF> points = {};

    bool operator==(const Reroute &) const = default;
};

/// monostate: a kind that this program does not know; it is kept untouched.
using Annotation = std::variant<std::monostate, Note, Frame, Reroute>;

/// The error says which key is of the wrong type.
Result<Annotation> readAnnotation(const QJsonValue &json);
/// As readAnnotation(), and monostate where that refuses.
Annotation annotationOf(const QJsonValue &json);
/// The annotation as the file has it. Keys of `before` that this program does not know stay.
QJsonObject toJson(const Annotation &annotation, const QJsonObject &before = {});

/// The reroute of a link: its index among the annotations; -1 where there is none.
qsizetype rerouteOf(const Graph &graph, const Link &link);

/// Nodes whose centres lie in `rect`, in the graph's order.
QStringList nodesWithin(const Graph &graph, const NodeSizes &sizes, const QRectF &rect);

Edit addAnnotation(const Graph &graph, const Annotation &annotation);
/// Edits of the same `gesture` (the typing in one field, one drag) that follow each other are undone as one; empty:
/// never. An index that is not there is passed over.
Edit changeAnnotation(
    const Graph &graph, qsizetype index, const Annotation &annotation, const QString &gesture = QString());
Edit removeAnnotations(const Graph &graph, const std::vector<qsizetype> &indices);
/// Sets the points of a link's reroute; none take it away.
Edit reroute(
    const Graph &graph, const Link &link, const std::vector<QPointF> &points, const QString &gesture = QString());
/// How far a frame reaches beyond what it is put around; its title stands at the top.
inline constexpr QMarginsF frameMargins { 20, 44, 20, 20 };

/// A frame around these nodes.
Edit frameAround(const Graph &graph, const QStringList &ids, const NodeSizes &sizes, const QString &title);

} // namespace thalweg
