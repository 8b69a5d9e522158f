#pragma once

#include "dialect.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// One cell as it stands in the text: without the quotes around it, and else without the spaces around it.
struct Cell {
    std::string_view raw;
    bool hasDoubledQuotes = false; ///< every `""` in `raw` means one quote

    std::string utf8() const;
};

/// Cuts a CSV text into records (rows of cells), one after the other. Cells point into the text.
class Records {
public:
    /// `text` is UTF-8 and outlives the reader; `firstLine` is the number of its first line in the file.
    Records(std::string_view text, const Dialect &dialect, std::size_t firstLine = 1);

    /// The next record's cells; false at the end. Blank lines and comments are left out. Throws Error for a quote that
    /// never ends and for text behind a closing quote, with the line.
    bool next(std::vector<Cell> &cells);

    /// The line on which the record began that next() gave.
    std::size_t line() const { return line_; }

    /// The line on which the next record can begin.
    std::size_t nextLine() const { return nextLine_; }

    /// How many bytes next() has gone through.
    std::size_t position() const { return static_cast<std::size_t>(here_ - begin_); }

private:
    bool skipToRecord();
    void skipLine();
    Cell quotedCell(std::size_t column);
    Cell plainCell();
    bool isSpace(char c) const { return (c == ' ' || c == '\t' || c == '\r') && c != delimiter_ && c != newline_; }

    const char *begin_;
    const char *here_;
    const char *end_;
    char delimiter_; ///< a space where cells stand apart by whitespace
    bool whitespace_;
    char newline_;
    std::string_view comment_;
    bool stops_[256] = {}; ///< the characters that end a plain cell
    std::size_t nextLine_;
    std::size_t line_ = 0;
};

/// `line 7`
QString lineText(std::size_t line);

/// The start of a cell, for a message.
QString shortened(const QString &cell);

} // namespace thalweg
