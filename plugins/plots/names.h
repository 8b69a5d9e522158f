#pragma once

#include <thalweg/inputs.h>

namespace thalweg {

/// A parameter's name as print has it: Greek letters that are spelled out, and indices below the line: `theta` → `θ`,
/// `theta_0` and `theta0` → `θ₀`, `w_2` → `w₂`, `x[1]` → `x₁`. Other names stay as they are.
QString displayName(const QString &name);

/// `J(θ₀, θ₁)`; of more than four names the first two and `…`.
QString costLabel(const QStringList &names);

/// The place of `name` among `names`; else an error that says which was meant, or which there are.
/// `what` is what they are: `parameter of the objective`.
qsizetype placeOf(const QString &name, const QStringList &names, const QString &what);

/// The parameter of the objective that the text `setting` of the node names; `otherwise` where it is empty.
qsizetype parameterPlace(const Inputs &in, const QString &setting, const QStringList &names, qsizetype otherwise);

/// The setting `title`, which every plot has.
Parameter titleParameter();

/// Its text, or where it is empty `otherwise`.
QString titleOf(const Inputs &in, const QString &otherwise);

} // namespace thalweg
