#pragma once

#include "tape.h"

#include <thalweg/formula/expression.h>

#include <functional>

namespace thalweg {

/// Makes an expression ready for evaluation: unrolls its sums, computes what is constant, and numbers its parameters.
///
/// Free names that `dataNames` has are data, in that order; the others are parameters, in order of first appearance,
/// the elements of a vector by index at the place of the first: `x[1]`, `x[2]`, … Of an `if` (and of `and`, `or`) whose
/// condition is constant only the branch taken counts, so that `if(i == 1, x[1], x[i] - x[i-1])` asks for no x[0].
///
/// Throws FormulaError: the bounds of a sum or an index that is not a known whole number; more than
/// 1,000,000 operations after the sums are unrolled. `poll` is called now and then on the way, and may throw.
Tape compile(const Expression &expression, const QStringList &dataNames = {}, const std::function<void()> &poll = {});

} // namespace thalweg
