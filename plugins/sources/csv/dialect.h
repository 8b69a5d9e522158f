#pragma once

#include <QByteArray>

namespace thalweg {

/// How a CSV text is written; nothing in it is open.
struct Dialect {
    char delimiter = ','; ///< between two cells; counts only where not `whitespace`
    bool whitespace = false; ///< cells stand apart by any number of spaces and tabs
    char newline = '\n'; ///< `\r` in a text that has no `\n`
    char decimal = '.';
    QByteArray comment; ///< how a line starts that is left out; empty: none is
};

} // namespace thalweg
