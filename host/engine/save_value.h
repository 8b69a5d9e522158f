#pragma once

#include <thalweg/value.h>

#include <thalweg/result.h>

namespace thalweg {

/// The file name extensions that a value can be saved under: csv, json, npy.
QStringList saveExtensions();

/// Whether `path` ends in one of them.
Result<void> checkSavePath(const QString &path);

/// Writes a whole value: as rows and columns (.csv; a missing cell is empty), as summary and columns (.json), or as an
/// array of doubles of the numeric columns (.npy, the format of NumPy 1.0; a single column is one-dimensional). The
/// file is there whole or not at all.
Result<void> saveValue(const Value &value, const QString &path);

} // namespace thalweg
