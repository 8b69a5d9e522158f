#pragma once

#include "engine/protocol/fields.h"

#include <thalweg/figure.h>

namespace thalweg {

QCborMap figureToMap(const FigureContent &figure);

/// Throws an Error for what could not be drawn: fewer y than x, a grid with the wrong number of z.
FigureContent figureFromMap(const Fields &in);

} // namespace thalweg
