#include "damped_least_squares.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {

DampedLeastSquares::DampedLeastSquares(Eigen::Index residualCount, Eigen::Index dimension)
    : dimension_(dimension), triangleRows_(std::min(residualCount, dimension)), scaled_(residualCount, dimension),
      factors_(residualCount, dimension), rotated_(residualCount), damped_(triangleRows_ + dimension, dimension),
      dampedFactors_(triangleRows_ + dimension, dimension), right_(triangleRows_ + dimension), work_(dimension),
      workspace_(1)
{
    // A pivot counts as 0 only where rounding alone would leave as much.
    factors_.setThreshold(std::numeric_limits<double>::epsilon());
}

void DampedLeastSquares::factor(const Matrix &derivatives, const Eigen::VectorXd &scale)
{
    scaled_ = derivatives;
    for (Eigen::Index j = 0; j < dimension_; ++j)
        scaled_.col(j) /= scale[j];
    factors_.compute(scaled_);
}

void DampedLeastSquares::setResiduals(const Eigen::VectorXd &residuals)
{
    rotated_ = residuals;
    factors_.householderQ().adjoint().applyThisOnTheLeft(rotated_, workspace_);
}

void DampedLeastSquares::solve(double lambda, Eigen::VectorXd &q)
{
    if (lambda == 0) {
        solveUndamped(q);
        return;
    }
    damped_.setZero();
    damped_.topRows(triangleRows_).triangularView<Eigen::Upper>() = factors_.matrixQR().topRows(triangleRows_);
    damped_.bottomRows(dimension_).diagonal().setConstant(std::sqrt(lambda));
    dampedFactors_.compute(damped_);
    right_.setZero();
    right_.head(triangleRows_) = -rotated_.head(triangleRows_);
    dampedFactors_.householderQ().adjoint().applyThisOnTheLeft(right_, workspace_);
    work_ = right_.head(dimension_);
    dampedFactors_.matrixQR().topRows(dimension_).triangularView<Eigen::Upper>().solveInPlace(work_);
    q.noalias() = factors_.colsPermutation() * work_;
}

void DampedLeastSquares::solveUndamped(Eigen::VectorXd &q)
{
    const Eigen::Index rank = factors_.rank();
    work_.setZero();
    auto known = work_.head(rank);
    known = -rotated_.head(rank);
    factors_.matrixQR().topLeftCorner(rank, rank).triangularView<Eigen::Upper>().solveInPlace(known);
    q.noalias() = factors_.colsPermutation() * work_;
}

void DampedLeastSquares::solveWithin(double radius, double &lambda, Eigen::VectorXd &q)
{
    solve(0, q);
    double size = q.norm();
    double excess = size - radius;
    if (excess <= 0.1 * radius) {
        lambda = 0;
        return;
    }
    // Newton's method on 1/‖q(λ)‖ = 1/radius, kept between bounds (Moré, section 5).
    double lower = factors_.rank() == dimension_ ? newtonCorrection(q, size, false) * excess / radius : 0;
    work_.head(triangleRows_) = rotated_.head(triangleRows_);
    work_.tail(dimension_ - triangleRows_).setZero();
    right_.head(dimension_).noalias()
        = factors_.matrixQR().topRows(triangleRows_).triangularView<Eigen::Upper>().transpose()
        * work_.head(triangleRows_);
    double upper = right_.head(dimension_).norm() / radius;
    if (upper == 0)
        upper = std::numeric_limits<double>::min() / std::min(radius, 0.1);
    lambda = std::clamp(lambda, lower, upper);
    if (lambda == 0)
        lambda = right_.head(dimension_).norm() / size;
    for (int round = 0; round < 10; ++round) {
        if (lambda == 0)
            lambda = std::max(std::numeric_limits<double>::min(), 0.001 * upper);
        solve(lambda, q);
        size = q.norm();
        const double before = excess;
        excess = size - radius;
        if (std::abs(excess) <= 0.1 * radius || (lower == 0 && excess <= before && before < 0))
            break;
        (excess > 0 ? lower : upper) = excess > 0 ? std::max(lower, lambda) : std::min(upper, lambda);
        lambda = std::max(lower, lambda + newtonCorrection(q, size, true) * excess / radius);
    }
}

/// 1 / ‖R⁻ᵀ Pᵀ q / ‖q‖‖², with the R of the damped system or of D S⁻¹.
double DampedLeastSquares::newtonCorrection(const Eigen::VectorXd &q, double size, bool isDamped)
{
    work_.noalias() = factors_.colsPermutation().transpose() * q;
    work_ /= size;
    const Eigen::MatrixXd &triangle = isDamped ? dampedFactors_.matrixQR() : factors_.matrixQR();
    triangle.topRows(dimension_).triangularView<Eigen::Upper>().transpose().solveInPlace(work_);
    return 1 / work_.squaredNorm();
}

double DampedLeastSquares::squaredChange(const Eigen::VectorXd &q)
{
    work_.noalias() = factors_.colsPermutation().transpose() * q;
    right_.head(triangleRows_).noalias()
        = factors_.matrixQR().topRows(triangleRows_).triangularView<Eigen::Upper>() * work_;
    return right_.head(triangleRows_).squaredNorm();
}

} // namespace thalweg
