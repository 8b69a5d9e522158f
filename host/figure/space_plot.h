#pragma once

#include "figure/layers.h"
#include "figure/style.h"

namespace thalweg {

/// Puts the box of the canvas's space, with its axes, at the bottom of the plot; gives what they cover in
/// the figure's own view: what keeps clear of them does not jump while the box is turned.
Ink addBox(const Canvas &canvas, const FigureContent &figure, const Colours &colours, const Fonts &fonts);

/// Gives the page of a space the unit with which the box and its numbers fill the room that there is, the same to the
/// right and up. It does not depend on the azimuth, so that a box that is turned does not swell and shrink.
void fitSpace(Canvas &canvas, const FigureStyle &style, const Viewpoint &view);

} // namespace thalweg
