#pragma once

#include <thalweg/parameter.h>

#include <Eigen/Core>

namespace thalweg {

/// `history`: how many pairs an LbfgsMemory holds.
Parameter historyParameter();

/// The last steps s and changes of the gradient y, from which L-BFGS makes its picture H of the inverse Hessian.
class LbfgsMemory {
public:
    /// Holds at most `history` ≥ 1 pairs.
    LbfgsMemory(Eigen::Index history, Eigen::Index dimension);

    bool isEmpty() const { return count_ == 0; }
    void clear() { count_ = 0; }

    /// Takes up s = `step` · `direction` and y = `to` − `from`, in the place of the oldest where it is full, unless
    /// yᵀs > `least` + ε yᵀy does not hold: H would not stay positive definite, or rounding would be all it shows.
    void add(const Eigen::VectorXd &direction, double step, const Eigen::VectorXd &from, const Eigen::VectorXd &to,
        double least);

    /// Writes d = −H g by the two-loop recursion, starting at H₀ = (yᵀs / yᵀy) I of the newest pair; gives g · d. Not
    /// empty. Source: Nocedal, *Updating quasi-Newton matrices with limited storage*, 1980.
    double direction(const Eigen::VectorXd &gradient, Eigen::VectorXd &d);

private:
    const double *s(Eigen::Index age) const { return steps_.col(slot(age)).data(); }
    const double *y(Eigen::Index age) const { return changes_.col(slot(age)).data(); }
    Eigen::Index slot(Eigen::Index age) const { return (newest_ - age + steps_.cols()) % steps_.cols(); }

    Eigen::MatrixXd steps_; ///< s, one a column
    Eigen::MatrixXd changes_; ///< y
    Eigen::VectorXd curvatures_; ///< yᵀs
    Eigen::VectorXd shares_; ///< of the first loop, by age
    Eigen::VectorXd nextStep_; ///< a pair before it is judged
    Eigen::VectorXd nextChange_;
    double scale_ = 1; ///< yᵀs / yᵀy of the newest
    Eigen::Index newest_ = 0;
    Eigen::Index count_ = 0;
};

} // namespace thalweg
