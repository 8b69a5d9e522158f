#pragma once

#include "../export.h"

#include <QString>

namespace thalweg {

/// The Greek letter that is spelled out like this: `theta` → `θ`, `Omega` → `Ω`; empty where there is none.
THALWEG_EXPORT QString greekLetter(const QString &spelled);

} // namespace thalweg
