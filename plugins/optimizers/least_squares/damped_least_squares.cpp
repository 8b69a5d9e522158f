#include "damped_least_squares.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg {

namespace {

// A Householder reflection is H = I − β v vᵀ with v = (1, tail).

/// Makes the reflection that takes (first, tail) to (±norm, 0): `first` becomes ±norm, and `tail` that of v. Gives β.
double makeReflection(double &first, VectorRef tail)
{
    const double rest = tail.squaredNorm();
    if (rest == 0)
        return 0;
    const double norm = std::copysign(std::sqrt(first * first + rest), -first);
    const double lead = first - norm;
    tail /= lead;
    first = norm;
    return -lead / norm;
}

void reflect(double beta, ConstVectorRef v, double &first, VectorRef tail)
{
    const double part = beta * (first + v.dot(tail));
    first -= part;
    tail -= part * v;
}

} // namespace

DampedLeastSquares::DampedLeastSquares(Eigen::Index residualCount, Eigen::Index dimension)
    : dimension_(dimension), triangleRows_(std::min(residualCount, dimension)), factors_(residualCount, dimension),
      betas_(triangleRows_), order_(static_cast<std::size_t>(dimension)), rotated_(residualCount),
      damped_(dimension, dimension), below_(dimension, dimension), right_(dimension), rightBelow_(dimension),
      work_(dimension)
{
}

void DampedLeastSquares::factor(const Matrix &derivatives, const Eigen::VectorXd &scale)
{
    factors_ = derivatives;
    for (Eigen::Index j = 0; j < dimension_; ++j)
        factors_.col(j) /= scale[j];
    std::iota(order_.begin(), order_.end(), 0);
    rank_ = 0;
    for (Eigen::Index k = 0; k < triangleRows_; ++k) {
        const Eigen::Index below = factors_.rows() - k - 1;
        Eigen::Index largest = k;
        double most = -1;
        for (Eigen::Index j = k; j < dimension_; ++j) {
            const double size = factors_.col(j).tail(below + 1).squaredNorm();
            if (size > most) {
                most = size;
                largest = j;
            }
        }
        if (largest != k) {
            factors_.col(k).swap(factors_.col(largest));
            std::swap(order_[static_cast<std::size_t>(k)], order_[static_cast<std::size_t>(largest)]);
        }
        betas_[k] = makeReflection(factors_(k, k), factors_.col(k).tail(below));
        for (Eigen::Index j = k + 1; j < dimension_; ++j)
            reflect(betas_[k], factors_.col(k).tail(below), factors_(k, j), factors_.col(j).tail(below));
        // A pivot counts as 0 only where rounding alone would leave as much.
        if (std::abs(factors_(k, k)) > std::numeric_limits<double>::epsilon() * std::abs(factors_(0, 0)))
            rank_ = k + 1;
    }
}

void DampedLeastSquares::setResiduals(const Eigen::VectorXd &residuals)
{
    rotated_ = residuals;
    for (Eigen::Index k = 0; k < triangleRows_; ++k) {
        const Eigen::Index below = factors_.rows() - k - 1;
        reflect(betas_[k], factors_.col(k).tail(below), rotated_[k], rotated_.tail(below));
    }
}

void DampedLeastSquares::solve(double lambda, Eigen::VectorXd &q)
{
    if (lambda == 0)
        solveUndamped(q);
    else
        solveDamped(lambda, q);
}

void DampedLeastSquares::solveUndamped(Eigen::VectorXd &q)
{
    work_.setZero();
    auto known = work_.head(rank_);
    known = -rotated_.head(rank_);
    factors_.topLeftCorner(rank_, rank_).triangularView<Eigen::Upper>().solveInPlace(known);
    permute(q);
}

/// By the QR factorisation of R above √λ I, whose lower part fills up row by row.
void DampedLeastSquares::solveDamped(double lambda, Eigen::VectorXd &q)
{
    damped_.setZero();
    for (Eigen::Index j = 0; j < dimension_; ++j) {
        const Eigen::Index count = std::min(j + 1, triangleRows_);
        damped_.col(j).head(count) = factors_.col(j).head(count);
    }
    below_.setZero();
    below_.diagonal().setConstant(std::sqrt(lambda));
    right_.setZero();
    right_.head(triangleRows_) = -rotated_.head(triangleRows_);
    rightBelow_.setZero();
    for (Eigen::Index j = 0; j < dimension_; ++j) {
        const auto v = below_.col(j).head(j + 1);
        const double beta = makeReflection(damped_(j, j), below_.col(j).head(j + 1));
        for (Eigen::Index c = j + 1; c < dimension_; ++c)
            reflect(beta, v, damped_(j, c), below_.col(c).head(j + 1));
        reflect(beta, v, right_[j], rightBelow_.head(j + 1));
    }
    work_ = right_;
    damped_.triangularView<Eigen::Upper>().solveInPlace(work_);
    permute(q);
}

/// From the order of the factors to that of the parameters.
void DampedLeastSquares::permute(Eigen::VectorXd &q) const
{
    for (Eigen::Index j = 0; j < dimension_; ++j)
        q[order_[static_cast<std::size_t>(j)]] = work_[j];
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
    double lower = rank_ == dimension_ ? newtonCorrection(factors_, q, size) * excess / radius : 0;
    const double slope = slopeAtZero();
    double upper = slope / radius;
    if (upper == 0)
        upper = std::numeric_limits<double>::min() / std::min(radius, 0.1);
    lambda = std::clamp(lambda, lower, std::max(lower, upper));
    if (lambda == 0)
        lambda = slope / size;
    for (int round = 0; round < 10; ++round) {
        if (lambda == 0)
            lambda = std::max(std::numeric_limits<double>::min(), 0.001 * upper);
        solve(lambda, q);
        size = q.norm();
        const double before = excess;
        excess = size - radius;
        if (std::abs(excess) <= 0.1 * radius || (lower == 0 && excess <= before && before < 0))
            break;
        if (excess > 0)
            lower = std::max(lower, lambda);
        else
            upper = std::min(upper, lambda);
        lambda = std::max(lower, lambda + newtonCorrection(damped_, q, size) * excess / radius);
    }
}

/// ‖S⁻¹ Dᵀ r‖ = ‖Rᵀ Qᵀr‖.
double DampedLeastSquares::slopeAtZero()
{
    for (Eigen::Index j = 0; j < dimension_; ++j) {
        const Eigen::Index count = std::min(j + 1, triangleRows_);
        work_[j] = factors_.col(j).head(count).dot(rotated_.head(count));
    }
    return work_.norm();
}

/// 1 / ‖R⁻ᵀ Pᵀ q / ‖q‖‖², with the permutation P.
double DampedLeastSquares::newtonCorrection(const Eigen::MatrixXd &triangle, const Eigen::VectorXd &q, double size)
{
    for (Eigen::Index j = 0; j < dimension_; ++j)
        work_[j] = q[order_[static_cast<std::size_t>(j)]] / size;
    triangle.topRows(dimension_).triangularView<Eigen::Upper>().transpose().solveInPlace(work_);
    return 1 / work_.squaredNorm();
}

double DampedLeastSquares::squaredChange(const Eigen::VectorXd &q)
{
    right_.setZero();
    for (Eigen::Index j = 0; j < dimension_; ++j) {
        const Eigen::Index count = std::min(j + 1, triangleRows_);
        right_.head(count) += q[order_[static_cast<std::size_t>(j)]] * factors_.col(j).head(count);
    }
    return right_.squaredNorm();
}

} // namespace thalweg
