#pragma once

#include <Eigen/Core>

/// The sums that a search spends its time with. Each runs in eight lanes, lane i taking the components i, i + 8, …,
/// whatever the width of the processor's vectors, so they give the same bits with any of its instruction sets.
namespace thalweg {

/// a · b
double dot(const Eigen::VectorXd &a, const Eigen::VectorXd &b);

/// q ← h (q + c y), and s · q of what q is then, in one pass over the memory. y and s may be the same, q is another.
double addThenDot(Eigen::VectorXd &q, double h, double c, const double *y, const double *s);

} // namespace thalweg
