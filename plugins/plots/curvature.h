#pragma once

#include <thalweg/objective.h>
#include <thalweg/run_context.h>

#include <optional>

namespace thalweg {

/// The greatest curvature λmax of a cost: the largest eigenvalue of its Hessian.
struct Curvature {
    double greatest = 0;
    bool isQuadratic = false; ///< the cost is quadratic as far as can be told, so that it is the same everywhere

    /// Plain gradient descent converges with rates below 2/λmax: `2/λmax = 1`, or where the cost is not quadratic
    /// `2/λmax ≈ 0.002 at the end`. Empty where no curvature is above 0.
    QString limitText() const;
};

/// Found by power iteration on differences of gradients about `theta`; these are exact for a quadratic cost, which is
/// told by its gradient: over three random ways as long as `reach` (above 0) it must change by the same amount
/// forwards, backwards and from a third place, to 10⁻⁷. Takes some dozens of gradients, at most a thousand. Empty where
/// a gradient is not finite. Throws Stopped when the run is stopped.
std::optional<Curvature> greatestCurvature(
    const Objective &objective, const Eigen::VectorXd &theta, double reach, RunContext &context);

} // namespace thalweg
