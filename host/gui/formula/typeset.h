#pragma once

#include "gui/formula/math_box.h"

#include <thalweg/formula/expression.h>

#include <limits>
#include <optional>

namespace thalweg {

/// A formula in mathematical form, in letters of the size of `font`: fractions, powers, roots, sums with limits, Greek
/// letters. Where it is wider than `width` (pixels) its terms are broken into lines, as far as that goes; brackets are
/// where its value needs them. Nothing where the formula is too deep or too long to be read in this form. Needs a
/// QGuiApplication.
std::optional<MathBox> typeset(
    const Expression &expression, const QFont &font, double width = std::numeric_limits<double>::infinity());

/// A name as a formula shows it: `theta_0` → θ with 0 below the line.
MathBox typesetName(const QString &name, const QFont &font);

} // namespace thalweg
