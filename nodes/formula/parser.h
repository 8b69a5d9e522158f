#pragma once

#include "expression.h"
#include "formula_error.h"

namespace thalweg {

/// Reads a formula: infix, `^` before unary minus before `* /` before `+ -` before comparisons before `not`, `and`,
/// `or`; `^` groups to the right, the others to the left. At most 200 levels may be nested.
/// Throws FormulaError.
THALWEG_EXPORT Expression parseFormula(const QString &text);

} // namespace thalweg
