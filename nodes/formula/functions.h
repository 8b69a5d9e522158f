#pragma once

#include "../export.h"
#include "operation.h"

#include <QStringList>

#include <optional>
#include <span>

namespace thalweg {

/// A function that formulas may call.
struct Function {
    const char16_t *name;
    Operation operation;
    int arguments; ///< how many it takes; of `min` and `max`, the least
    bool takesMore = false;
};

/// All but `sum` and `prod`, whose first argument is no number.
THALWEG_EXPORT std::span<const Function> functions();

/// Null where there is none.
THALWEG_EXPORT const Function *findFunction(QStringView name);

/// `pi`, `π` and `e`.
THALWEG_EXPORT std::optional<double> findConstant(QStringView name);

/// `sum`, `prod`, and the names of all functions.
THALWEG_EXPORT const QStringList &functionNames();

/// Whether the name has a meaning of its own and cannot be a parameter: functions, constants, `and`, `or`, `not`.
THALWEG_EXPORT bool isReserved(QStringView name);

} // namespace thalweg
