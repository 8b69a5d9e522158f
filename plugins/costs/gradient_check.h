#pragma once

#include <thalweg/objective.h>

#include <functional>
#include <vector>

namespace thalweg {

/// One component of a gradient, and what central differences of the cost make of it.
struct ComponentCheck {
    enum class Verdict {
        Agrees,
        Differs,
        Unknown, ///< the differences do not settle: a kink, or a cost that is not finite nearby
    };

    double analytic = 0;
    double numeric = 0;
    double error = 0; ///< estimate for `numeric`, in its units
    Verdict verdict = Verdict::Unknown;
};

struct GradientCheck {
    std::vector<ComponentCheck> components;
    std::size_t worst = 0; ///< of those that could be compared, where analytic and numeric lie furthest apart

    /// No component differs.
    bool ok() const;
    std::size_t count(ComponentCheck::Verdict verdict) const;
};

/// Compares the gradient of `cost` at θ with central differences, whose steps are halved and extrapolated to zero until
/// they settle (C. Ridders, Accurate computation of F'(x) and F'(x) F''(x), Advances in Engineering Software 4 (1982),
/// pp. 75–76).
///
/// With s the size of the component, or a thousandth of the greatest one where that is more: a component differs where
/// analytic and numeric are further apart than `tolerance` · s + 8 · error, and is unknown where the error is above
/// s / 100 and above `tolerance`. An analytic component that is not finite always differs. `poll` is called before each
/// component, and may throw.
GradientCheck checkGradient(const Objective &cost, ConstVectorRef theta, double tolerance = 1e-6,
    const std::function<void(std::size_t component)> &poll = {});

} // namespace thalweg
