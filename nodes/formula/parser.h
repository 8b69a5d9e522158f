#pragma once

#include "expression.h"

#include <thalweg/result.h>

namespace thalweg {

/// Reads a formula: infix, `^` before unary minus before `* /` before `+ -` before comparisons before `not`, `and`,
/// `or`;
/// `^` groups to the right, the others to the left. At most 200 levels may be nested.
/// Throws Error, placed at line and column.
Expression parseFormula(const QString &text);

} // namespace thalweg
