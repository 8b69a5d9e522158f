#include "records.h"

#include <thalweg/result.h>

#include <algorithm>
#include <cstring>

namespace thalweg {

std::string Cell::utf8() const
{
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        text += raw[i];
        if (hasDoubledQuotes && raw[i] == '"')
            ++i;
    }
    return text;
}

Records::Records(std::string_view text, const Dialect &dialect, std::size_t firstLine)
    : begin_(text.data()), here_(begin_), end_(begin_ + text.size()),
      delimiter_(dialect.whitespace ? ' ' : dialect.delimiter), whitespace_(dialect.whitespace),
      newline_(dialect.newline),
      comment_(dialect.comment.constData(), static_cast<std::size_t>(dialect.comment.size())), nextLine_(firstLine)
{
    stops_[static_cast<unsigned char>(newline_)] = true;
    stops_[static_cast<unsigned char>(delimiter_)] = true;
    if (whitespace_)
        stops_[static_cast<unsigned char>('\t')] = true;
}

void Records::skipLine()
{
    const void *newline = std::memchr(here_, newline_, static_cast<std::size_t>(end_ - here_));
    here_ = newline ? static_cast<const char *>(newline) + 1 : end_;
    ++nextLine_;
}

/// Goes to the first cell of a record; false where there is none any more.
bool Records::skipToRecord()
{
    while (here_ != end_) {
        const char *start = here_;
        while (start != end_ && (*start == ' ' || isSpace(*start)))
            ++start;
        const std::string_view rest(start, static_cast<std::size_t>(end_ - start));
        const bool isComment = !comment_.empty() && rest.starts_with(comment_);
        if (!rest.empty() && rest.front() != newline_ && !isComment) {
            if (whitespace_)
                here_ = start;
            return true;
        }
        skipLine();
    }
    return false;
}

Cell Records::plainCell()
{
    const char *start = here_;
    while (here_ != end_ && !stops_[static_cast<unsigned char>(*here_)])
        ++here_;
    const char *stop = here_;
    while (stop != start && isSpace(stop[-1]))
        --stop;
    return { { start, static_cast<std::size_t>(stop - start) } };
}

Cell Records::quotedCell(std::size_t column)
{
    const std::size_t firstLine = nextLine_;
    Cell cell;
    const char *start = ++here_;
    for (;; ++here_) {
        if (here_ == end_)
            throw Error(QStringLiteral("%1, column %2: the quote that opens here never closes; close it, or double it "
                                       "if it belongs to the text")
                            .arg(lineText(firstLine))
                            .arg(column));
        if (*here_ == newline_) {
            ++nextLine_;
        } else if (*here_ == '"') {
            if (here_ + 1 == end_ || here_[1] != '"')
                break;
            cell.hasDoubledQuotes = true;
            ++here_;
        }
    }
    cell.raw = { start, static_cast<std::size_t>(here_ - start) };
    ++here_;
    const char *behind = here_;
    while (here_ != end_ && isSpace(*here_) && !stops_[static_cast<unsigned char>(*here_)])
        ++here_;
    if (here_ != end_ && !stops_[static_cast<unsigned char>(*here_)])
        throw Error(
            QStringLiteral("%1, column %2: there is text behind the closing quote (%3); a quote within a "
                           "quoted cell is written twice")
                .arg(lineText(nextLine_))
                .arg(column)
                .arg(shortened(QString::fromUtf8(behind, std::min<qsizetype>(end_ - behind, 20)).simplified())));
    return cell;
}

bool Records::next(std::vector<Cell> &cells)
{
    cells.clear();
    if (!skipToRecord())
        return false;
    line_ = nextLine_;
    for (;;) {
        while (here_ != end_ && isSpace(*here_))
            ++here_;
        cells.push_back(here_ != end_ && *here_ == '"' ? quotedCell(cells.size() + 1) : plainCell());
        if (whitespace_)
            while (here_ != end_ && (*here_ == ' ' || isSpace(*here_)))
                ++here_;
        if (here_ == end_ || *here_ == newline_)
            break;
        if (!whitespace_)
            ++here_;
    }
    if (here_ != end_)
        ++here_;
    ++nextLine_;
    return true;
}

QString lineText(std::size_t line)
{
    return QStringLiteral("line %1").arg(line);
}

QString shortened(const QString &cell)
{
    constexpr qsizetype longest = 40;
    const QString oneLine = cell.simplified();
    return oneLine.size() > longest ? oneLine.left(longest) + QStringLiteral("…") : oneLine;
}

} // namespace thalweg
