#pragma once

#include "formula_error.h"

#include <vector>

namespace thalweg {

/// A word of a formula.
struct Token {
    enum class Kind {
        Number,
        Name, ///< of a function, a constant, a parameter; also `and`, `or`, `not`
        Sign, ///< `+`, `<=`, `(`, …
        Foreign, ///< what formulas are not made of, such as `=` or `&&`
        End,
    };

    Kind kind;
    QStringView text; ///< as it was written; empty at the end
    qsizetype offset; ///< of its first QChar in the formula
    double number = 0; ///< of a Number; infinite where it is too large
};

/// The word that stands at `offset` or, where there is space, behind it. Takes any text: this is what colours a formula
/// while it is being typed. The token looks into `formula`.
THALWEG_EXPORT Token tokenAt(QStringView formula, qsizetype offset);

/// The words of a formula; the last is the end. Texts longer than 100,000 characters are refused, and so is what is
/// foreign or too large a number. Throws FormulaError. The tokens look into `formula`.
THALWEG_EXPORT std::vector<Token> tokenize(QStringView formula);

} // namespace thalweg
