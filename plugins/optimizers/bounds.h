#pragma once

#include <thalweg/inputs.h>
#include <thalweg/objective.h>

#include <Eigen/Core>

#include <vector>

namespace thalweg {

/// The box that θ stays in: lower ≤ θ ≤ upper, by component; ±∞ where there is no bound.
struct Bounds {
    Eigen::VectorXd lower;
    Eigen::VectorXd upper;

    /// The nearest point of the box.
    void project(Eigen::VectorXd &theta) const { theta = theta.cwiseMax(lower).cwiseMin(upper); }

    /// Whether component i is at a bound and −∇J leads out of the box there.
    bool holds(Eigen::Index i, double theta, double gradient) const
    {
        return (theta <= lower[i] && gradient > 0) || (theta >= upper[i] && gradient < 0);
    }
};

/// `lower` and `upper`.
std::vector<Parameter> boundParameters();

/// Throws an Error at the parameter where it does not fit the objective's parameters, or a bound is above the other.
Bounds readBounds(const Inputs &in, const Objective &objective);

} // namespace thalweg
