#pragma once

#include "formula/tape.h"

#include <thalweg/objective.h>

namespace thalweg {

/// The cost that a formula without data is.
class FormulaObjective final : public Objective {
public:
    /// `shown` says in words what J is: the formula, or its name.
    FormulaObjective(const QString &shown, Tape tape)
        : Objective(tape.parameterNames()), shown_(shown.simplified()), tape_(std::move(tape))
    {
    }

    /// `J(theta) = (theta - 5)^2`
    QString text() const override
    {
        constexpr qsizetype longest = 200;
        const QString shown = shown_.size() > longest ? shown_.left(longest) + QStringLiteral("…") : shown_;
        return QStringLiteral("%1 = %2").arg(Objective::text(), shown);
    }

    double value(ConstVectorRef theta) const override { return tape_.value(view(theta)); }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        return tape_.valueAndGradient(view(theta), { gradient.data(), static_cast<std::size_t>(gradient.size()) });
    }

private:
    static std::span<const double> view(const ConstVectorRef &vector)
    {
        return { vector.data(), static_cast<std::size_t>(vector.size()) };
    }

    QString shown_; ///< on one line
    Tape tape_;
};

} // namespace thalweg
