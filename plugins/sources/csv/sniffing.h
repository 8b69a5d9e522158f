#pragma once

#include "cell_values.h"
#include "dialect.h"
#include "options.h"
#include "records.h"

namespace thalweg {

/// How `text` (UTF-8) is written: what the options say, and for what they leave open, what the first 256 KB look like.
///
/// The delimiter is the one of tab, semicolon, bar and comma that cuts most rows into as many cells as the first row
/// (of more than one); whitespace, where it does better than those and most cells then are numbers. The decimal sign is
/// the comma where more cells are numbers with a comma than with a point. Throws Error where each such number could as
/// well be grouped by thousands (1,234).
Dialect findDialect(std::string_view text, const CsvOptions &options);

/// Whether the first row looks like names: some cell is neither missing nor a number nor a time, and none is a number
/// or a time.
bool looksLikeHeader(const std::vector<Cell> &firstRow, const Dialect &dialect, const MissingWords &missing);

} // namespace thalweg
