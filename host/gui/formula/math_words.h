#pragma once

#include "gui/formula/math_layout.h"

#include <thalweg/formula/operation.h>

#include <QStringList>

/// The words of a formula in mathematical form.
namespace thalweg {

/// Greek letters that are spelled out, and below the line what stands behind the first `_` and digits at the end;
/// `moreBelow` joins it, after a comma; `above` is an exponent.
MathBox nameBox(const QString &name, const MathStyle &style, const std::optional<MathBox> &moreBelow = {},
    const std::optional<MathBox> &above = {});

/// As it was written; an exponent as a power of ten.
MathBox numberBox(const QString &written, const MathStyle &style);

/// Whether a name is so long that a product needs a dot beside it.
bool isLongName(const QString &name);

/// A function that is called by its name.
struct FunctionName {
    QString name;
    QString below; ///< the base of a logarithm
};

/// Nothing for what has a form of its own, such as roots and fractions.
std::optional<FunctionName> functionName(Operation operation);

} // namespace thalweg
