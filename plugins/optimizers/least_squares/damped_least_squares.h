#pragma once

#include <thalweg/dataset.h>
#include <thalweg/objective.h>

#include <vector>

namespace thalweg {

/// Least squares steps for residuals r and their derivatives D: q minimises ‖D S⁻¹ q + r‖² + λ ‖q‖², where S scales the
/// parameters, q = S p for a step p.
///
/// D S⁻¹ is factored once by QR with column pivoting; a step for some λ costs the QR of 2n rows. So the condition of D
/// is not squared, as by normal equations. J. J. Moré, The Levenberg-Marquardt algorithm: implementation and theory, in
/// Numerical Analysis, Lecture Notes in Mathematics 630 (1978), pp. 105–116.
///
/// All memory is taken when it is made.
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
    void solveDamped(double lambda, Eigen::VectorXd &q);
    void permute(Eigen::VectorXd &q) const;
    double slopeAtZero();
    double newtonCorrection(const Eigen::MatrixXd &triangle, const Eigen::VectorXd &q, double size);

    const Eigen::Index dimension_;
    const Eigen::Index triangleRows_; ///< min(m, n)
    Eigen::MatrixXd factors_; ///< D S⁻¹ with its columns in the order of order_ is Q R: R above, reflections below
    Eigen::VectorXd betas_; ///< of the reflections
    std::vector<Eigen::Index> order_;
    Eigen::Index rank_ = 0;
    Eigen::VectorXd rotated_; ///< Qᵀr, m
    Eigen::MatrixXd damped_; ///< n × n: R, then the R of R above √λ I
    Eigen::MatrixXd below_; ///< n × n: √λ I, then the reflections
    Eigen::VectorXd right_; ///< n
    Eigen::VectorXd rightBelow_; ///< n
    Eigen::VectorXd work_; ///< n
};

} // namespace thalweg
