#pragma once

#include "figure/style.h"

#include <thalweg/figure.h>

#include <QColor>

#include <vector>

namespace thalweg {

/// The colours of a theme.
struct Colours {
    QColor background;
    QColor text;
    QColor faintText; ///< numbers at ticks, notes
    QColor axis;
    QColor grid;
    std::vector<QColor> palette;

    /// The colour of a layer: -1 is that of text; indices beyond the palette start again.
    QColor of(int index, double opacity = 1) const;

    /// The same of a layer, which may have a colour of its own.
    QColor of(const Layer &layer, double strength = 1) const;

    /// Whether the palette has been used up before `index`, so that its line needs another pattern.
    bool repeats(int index) const { return index >= static_cast<int>(palette.size()); }
};

/// Palettes are told apart with any of the usual kinds of colour vision, and neighbours in them differ in lightness,
/// too, so that they survive a grey printer. They start from Okabe and Ito's (https://jfly.uni-koeln.de/color/).
Colours colours(FigureStyle::Theme theme);

/// The colour map for numbers, `part` in 0 … 1: viridis (Smith and van der Walt 2015), even to the eye.
QColor mapColour(double part);

} // namespace thalweg
