#pragma once

#include <thalweg/objective.h>
#include <thalweg/run_context.h>

#include <vector>

namespace thalweg {

/// J at θ = `base` but for parameter `x`, which takes each of `xs`; in parallel. Throws Stopped when the run is
/// stopped.
std::vector<double> evaluateLine(const Objective &objective, const Eigen::VectorXd &base, Eigen::Index x,
    const std::vector<double> &xs, RunContext &context);

/// J over two parameters, row by row as a Grid has it: the value at (xs[c], ys[r]) stands at r * xs.size() + c.
std::vector<double> evaluateGrid(const Objective &objective, const Eigen::VectorXd &base, Eigen::Index x,
    const std::vector<double> &xs, Eigen::Index y, const std::vector<double> &ys, RunContext &context);

/// J at each of the points, the columns of `thetas`.
std::vector<double> evaluatePoints(const Objective &objective, const Eigen::MatrixXd &thetas, RunContext &context);

} // namespace thalweg
