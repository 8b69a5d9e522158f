#pragma once

#include "../result.h"

#include <QStringView>

namespace thalweg {

/// A fault in a formula, and where it stands: for the text `line 1, column 7: …` as well as for an editor that marks
/// the character.
class THALWEG_EXPORT FormulaError final : public Error {
public:
    /// At a place of the formula; its text says line and column.
    FormulaError(QStringView formula, qsizetype offset, qsizetype length, const QString &message);
    /// Of the formula as a whole, that is of `length` characters from its first; its text names no place.
    FormulaError(qsizetype length, const QString &message);
    FormulaError(const FormulaError &);
    FormulaError &operator=(const FormulaError &);
    ~FormulaError() override;

    /// In QChars from 0, as an editor counts; at the formula's size where something is missing at its end.
    qsizetype offset() const { return offset_; }
    /// In QChars; 0 at the formula's end.
    qsizetype length() const { return length_; }
    /// From 1.
    int line() const { return line_; }
    /// From 1, in characters as people count them: what takes two QChars counts once.
    int column() const { return column_; }

private:
    struct Place;
    FormulaError(const Place &place, qsizetype offset, qsizetype length, const QString &message);

    qsizetype offset_;
    qsizetype length_;
    int line_;
    int column_;
};

/// What was written, in quotes, shortened and without control characters, for a message about a formula.
THALWEG_EXPORT QString quotedWord(QStringView text);

} // namespace thalweg
