#pragma once

#include "figure/fonts.h"
#include "figure/style.h"

#include <thalweg/figure.h>

#include <QSizeF>

class QPainter;

namespace thalweg {

/// The table of a figure, or null where it is a plot.
const TableLayer *findTable(const FigureContent &figure);

/// What a table needs with its title, in points: columns as wide as their contents (long texts are cut), all rows.
QSizeF tableSize(const FigureContent &figure, const Fonts &fonts);

/// Draws the table and its title from the top left.
void drawTable(QPainter &painter, const FigureContent &figure, const FigureStyle &style, const Fonts &fonts);

} // namespace thalweg
