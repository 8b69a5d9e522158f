#pragma once

#include "gui/canvas/geometry/link_curve.h"
#include "gui/canvas/painting/canvas_style.h"

namespace thalweg {

/// How a link looks beside its way.
struct LinkLook {
    QString colour; ///< of the value type that it carries, as the type's description has it
    QString problem; ///< why it cannot carry anything; empty where it can
    bool carriesList = false; ///< as the last run had it
    bool isDimmed = false; ///< one of its ends does not run
};

struct LinkFrame {
    bool isSelected = false;
    bool isHovered = false;
    bool isTarget = false; ///< what is dragged would be put on it
};

void paintLink(
    QPainter &painter, const LinkCurve &curve, const LinkLook &look, const LinkFrame &frame, const CanvasStyle &style);

} // namespace thalweg
