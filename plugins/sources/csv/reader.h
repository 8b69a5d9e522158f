#pragma once

#include "options.h"

#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <string_view>

namespace thalweg {

/// The table that a CSV text (UTF-8, without a byte order mark) holds.
///
/// Throws Error, with line and column where there is one, for: a text without a row; names that are empty or come
/// twice; a row of another length than the first; a quote that does not close; a column of mostly numbers or times with
/// something else in it; a text column that is not there. Throws Stopped.
std::shared_ptr<const Table> readCsv(std::string_view utf8, const CsvOptions &options, RunContext &context);

} // namespace thalweg
