#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace thalweg {

/// The measures of a node's card, in canvas units (pixels at 100 %).
inline constexpr double nodeMinimumWidth = 176;
inline constexpr double nodeMaximumWidth = 192;
inline constexpr double nodeHeaderHeight = 38;
inline constexpr double nodeRowHeight = 18;
inline constexpr double nodeFooterHeight = 20;
inline constexpr double nodeCornerRadius = 8;
inline constexpr double portRadius = 5;
/// How near to a port's centre a press takes hold of it.
inline constexpr double portReach = 10;

/// Where the parts of a node lie, from its top left corner, which is its place in the workflow's layout.
struct NodeShape {
    QRectF card;
    QRectF header;
    QRectF footer;
    QRectF stateMark; ///< in the header
    QRectF eye; ///< in the footer: opens the output
    std::vector<QPointF> inputs; ///< centres, on the left edge
    std::vector<QPointF> outputs; ///< on the right edge
};

/// Inputs and outputs share rows, so that a node is as high as the longer side needs.
NodeShape nodeShape(std::size_t inputs, std::size_t outputs, double width);

/// The port at `point` among `centres`, the nearest within `reach`; -1 if there is none.
int portAt(const std::vector<QPointF> &centres, const QPointF &point, double reach = portReach);

} // namespace thalweg
