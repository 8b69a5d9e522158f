#pragma once

#include <thalweg/inputs.h>

#include <optional>

namespace thalweg {

/// What a person says about a CSV text; what is left open is found in the text itself.
struct CsvOptions {
    enum class Delimiter {
        Found,
        Character, ///< `delimiterCharacter` between two cells
        Whitespace, ///< any number of spaces and tabs between two cells
    };

    Delimiter delimiter = Delimiter::Found;
    char delimiterCharacter = ',';
    std::optional<char> decimal; ///< `.` or `,`
    std::optional<bool> header; ///< whether the first row holds the names of the columns
    QByteArray comment; ///< lines that start with it are left out; empty: none are
    std::vector<QByteArray> missing; ///< words that stand for a missing cell, in UTF-8
    QStringList textColumns; ///< names of columns that are text whatever they look like
};

/// The parameters of every node that reads CSV.
std::vector<Parameter> csvParameters();

/// The options that those parameters give. Throws Error for a delimiter that cannot be one.
CsvOptions csvOptions(const Inputs &in);

/// The part of a node's help that says how CSV is read.
QString csvHelp();

} // namespace thalweg
