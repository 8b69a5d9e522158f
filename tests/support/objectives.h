#pragma once

#include <thalweg/residuals.h>

#include <cmath>
#include <limits>

/// Objectives whose minima are known in closed form, for tests of what uses objectives.
namespace thalweg::test {

/// J(θ) = Σ (θᵢ − c)², which is also known as the sum of these squares.
class Bowl final : public Objective, private Residuals {
public:
    Bowl(double centre, int dimension) : Objective(numberedNames(QStringLiteral("theta"), dimension)), centre_(centre)
    {
    }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient = 2 * (theta.array() - centre_);
        return (theta.array() - centre_).square().sum();
    }

    const Residuals *residuals() const override { return this; }

private:
    Eigen::Index residualCount() const override { return dimension(); }
    double residualScale() const override { return 1; }
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const override
    {
        residuals = theta.array() - centre_;
    }
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const override
    {
        evaluateResiduals(theta, residuals);
        derivatives.setIdentity();
    }

    double centre_;
};

/// J(θ) = mean over the rows of (θ − yᵢ)²: the minimum is the mean of y.
class MeanOf final : public Objective {
public:
    explicit MeanOf(Eigen::VectorXd y) : Objective({ QStringLiteral("theta") }), y_(std::move(y)) { }

    Eigen::Index termCount() const override { return y_.size(); }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient[0] = 2 * (theta[0] - y_.array()).mean();
        return (theta[0] - y_.array()).square().mean();
    }

    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override
    {
        double cost = 0;
        gradient[0] = 0;
        for (Eigen::Index row : rows) {
            cost += (theta[0] - y_[row]) * (theta[0] - y_[row]);
            gradient[0] += 2 * (theta[0] - y_[row]);
        }
        gradient[0] /= static_cast<double>(rows.size());
        return cost / static_cast<double>(rows.size());
    }

private:
    Eigen::VectorXd y_;
};

/// J(θ) = −log θ, infinite at 0 and undefined below.
class MinusLog final : public Objective {
public:
    MinusLog() : Objective({ QStringLiteral("theta") }) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient[0] = -1 / theta[0];
        return -std::log(theta[0]);
    }
};

} // namespace thalweg::test
