#pragma once

#include "graph/graph.h"
#include "gui/canvas/geometry/node_shape.h"
#include "gui/canvas/painting/canvas_style.h"
#include "gui/run/run_board.h"

#include <thalweg/node_types.h>

#include <QPainterPath>
#include <QStaticText>

namespace thalweg {

/// A port as it is seen.
struct PortLook {
    enum class Kind {
        Plain,
        Many, ///< takes any number of links
        Parameter, ///< a parameter that a link drives
        Unknown, ///< a link ends here, but the node type has no such port
    };

    QString name;
    QString typeTitle; ///< `Objective`; of a parameter, what may stand there
    QString help;
    QString colour; ///< of the value type, as its description has it
    Kind kind = Kind::Plain;
    bool isOptional = false;
    bool isLinked = false;
};

/// All that a node's picture tells.
struct NodeLook {
    QString id;
    QString title;
    QString category;
    bool isKnown = true; ///< its node type is there
    bool isMuted = false; ///< it does not run
    bool isBypassed = false; ///< what comes in goes on
    QString inactive; ///< why it does not run, where it or a node before it is muted or bypassed
    std::vector<PortLook> inputs, outputs;
    QString settings; ///< the parameters that were given, in short: `rate 0.3 · epochs 60`
    NodeStatus status;
};

/// Of a node, its type (null: not known) and the links that end and begin at it.
NodeLook nodeLook(const Node &node, const NodeType *type, const std::vector<const Link *> &links);

/// What came out, in one short line: `cost 0.0012 · 50 steps`; empty where nothing did. The first output speaks for the
/// node.
QString shortResult(const NodeLook &look);

/// It takes no part in a run: it or a node that it needs is muted, or it is bypassed.
bool isDimmed(const NodeLook &look);

/// A descent that diverged is an honest result, but nobody should miss it.
bool hasDiverged(const NodeLook &look);

/// `12 ms`, `1.3 s`, `2 min 5 s`; empty for nothing.
QString shortSeconds(double seconds);

/// `Running, 40 %`; `Failed: …`: for tooltips and screen readers.
QString stateText(const NodeLook &look);

} // namespace thalweg
