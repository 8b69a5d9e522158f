#pragma once

#include <thalweg/dataset.h>

#include <Eigen/QR>

namespace thalweg {

/// Least squares steps for residuals r and their derivatives D: q minimises ‖D S⁻¹ q + r‖² + λ ‖q‖², where S scales the
/// parameters, q = S p for a step p.
///
/// D S⁻¹ is factored once by QR with column pivoting; a step for some λ costs the QR of 2n rows. So the condition of D
/// is not squared, as by normal equations. J. J. Moré, The Levenberg-Marquardt algorithm: implementation and theory, in
/// Numerical Analysis, Lecture Notes in Mathematics 630 (1978), pp. 105–116.
///
/// All memory is taken when it is made (blocks of Eigen's QR apart, from 48 parameters on).
class DampedLeastSquares {
public:
    DampedLeastSquares(Eigen::Index residualCount, Eigen::Index dimension);

    /// Factors D S⁻¹; `scale` is the diagonal of S, positive.
    void factor(const Matrix &derivatives, const Eigen::VectorXd &scale);

    /// The vector r of what follows.
    void setResiduals(const Eigen::VectorXd &residuals);

    /// Makes `q` the step for λ ≥ 0; for 0, the Gauss-Newton step, in which what the data do not determine is 0.
    void solve(double lambda, Eigen::VectorXd &q);

    /// Makes `q` the step whose ‖q‖ is at most 1.1 · radius: the Gauss-Newton step, or that of a λ for which it is from
    /// 0.9 to 1.1 of the radius. `lambda` is where to look first, and becomes what was found.
    void solveWithin(double radius, double &lambda, Eigen::VectorXd &q);

    /// ‖D S⁻¹ q‖².
    double squaredChange(const Eigen::VectorXd &q);

private:
    void solveUndamped(Eigen::VectorXd &q);
    double newtonCorrection(const Eigen::VectorXd &q, double size, bool isDamped);

    const Eigen::Index dimension_;
    const Eigen::Index triangleRows_; ///< min(m, n)
    Eigen::MatrixXd scaled_;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> factors_; ///< D S⁻¹ P = Q R
    Eigen::VectorXd rotated_; ///< Qᵀr, m
    Eigen::MatrixXd damped_; ///< R above √λ I
    Eigen::HouseholderQR<Eigen::MatrixXd> dampedFactors_;
    Eigen::VectorXd right_; ///< min(m, n) + n
    Eigen::VectorXd work_; ///< n
    Eigen::RowVectorXd workspace_;
};

} // namespace thalweg
