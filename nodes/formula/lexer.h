#pragma once

#include <thalweg/result.h>

#include <QStringView>

#include <vector>

namespace thalweg {

/// A word of a formula.
struct Token {
    enum class Kind { Number, Name, Sign, End };

    Kind kind;
    QStringView text; ///< as it was written; empty at the end
    qsizetype offset; ///< of its first character in the formula
    double number = 0; ///< of a Number
};

/// The words of a formula; the last is the end. Texts longer than 100,000 characters are refused.
/// Throws Error, placed at line and column. The tokens look into `formula`.
std::vector<Token> tokenize(QStringView formula);

/// An error at a place of a formula: `line 1, column 7`, both from 1, in characters as people count them.
Error formulaError(QStringView formula, qsizetype offset, const QString &message);

/// What was written, in quotes, shortened and without control characters, for a message.
QString quoted(QStringView text);

} // namespace thalweg
