#pragma once

#include <thalweg/figure.h>

namespace thalweg {

/// One short line: title and kind, for a name.
QString nameOf(const FigureContent &figure);

/// What the figure shows, in sentences: title, axes, layers, and the numbers at the step cursor. For those who follow a
/// run without seeing it.
QString inWords(const FigureContent &figure, std::optional<std::int64_t> cursor);

} // namespace thalweg
