#pragma once

#include "plugin.h"

namespace thalweg {

/// Reads what a library says of itself, without running any of its code.
///
/// State Read where it is a plugin of this program's; then `problem` says whether it does not fit (SDK, toolchain).
/// State Invalid, with the problem, for anything else.
PluginInfo readMetadata(const QString &path);

} // namespace thalweg
