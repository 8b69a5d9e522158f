#pragma once

#include <thalweg/result.h>

namespace thalweg {

/// Writes a plugin project into the new folder `parentFolder`/`name`: a node called `name`.cosh-valley, its test, and
/// what builds them against an installed Thalweg.
///
/// Refuses a name that is not lower-case words joined by dashes or that CMake keeps for itself, and overwrites nothing.
Result<void> newPlugin(const QString &name, const QString &parentFolder);

} // namespace thalweg
