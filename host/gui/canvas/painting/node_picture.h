#pragma once

#include "gui/canvas/painting/node_look.h"

namespace thalweg {

/// A node made ready to be painted often: its shape, and its texts cut to fit. Made anew when its look changes.
struct NodePicture {
    NodePicture() = default;
    NodePicture(NodeLook look, const CanvasStyle &style);

    NodeLook look;
    NodeShape shape;
    QStaticText title, id, titleLarge;
    std::vector<QStaticText> inputs, outputs;
    QStaticText footer, seconds;
    bool footerIsProblem = false;
    bool footerIsWarning = false;
    bool canOpen = false; ///< there is an output to be looked at: the eye is shown

    QPainterPath outline; ///< of the card
    QPainterPath headerOutline;
    QPainterPath stripe; ///< the left end of the header
};

/// What may change from one frame to the next.
struct NodeFrame {
    bool isSelected = false;
    bool hasFocus = false; ///< of the keyboard
    bool isHovered = false;
    bool eyeIsHovered = false;
    const std::vector<float> *inputSizes = nullptr; ///< of ports, 1 where a link is not being dragged
    const std::vector<float> *outputSizes = nullptr;
    int turn = 0; ///< of the wheel of a node that runs without saying how far it is, in 1/16 of a turn
};

/// In canvas units from the node's top left corner; the painter's scale says how much is seen.
void paintNode(QPainter &painter, const NodePicture &picture, const NodeFrame &frame, const CanvasStyle &style);

/// What a node covers at most, with its shadow, its rings and its ports.
QRectF nodeBounds(const NodeShape &shape);

} // namespace thalweg
