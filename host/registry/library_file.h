#pragma once

#include <QString>

namespace thalweg {

/// Why the file cannot be a whole shared library, in words; empty where it may be one.
///
/// A library that was cut short may map well and end the process when a lost page is touched (SIGBUS), so its length
/// is held against its own headers before the system's loader sees it. Only reads the file.
QString libraryFileProblem(const QString &path);

} // namespace thalweg
