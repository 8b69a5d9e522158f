#pragma once

#include "kernels.h"

#include <thalweg/model.h>

namespace thalweg {

/// What is needed to make a SoftmaxModel.
struct SoftmaxModelContent {
    QStringList parameterNames;
    Eigen::VectorXd theta; ///< feature after feature the weights of the K classes, then their intercepts, if any
    QStringList featureNames;
    QString targetName;
    QStringList classes;
    std::vector<Scaling> scaling;
    const Kernel *kernel = &fastestKernel();
};

/// Predicts the probabilities exp(z_c) / Σ exp(z) of classes, z_c = w_c·x + b_c.
class SoftmaxModel final : public Model {
public:
    explicit SoftmaxModel(SoftmaxModelContent content) : content_(std::move(content)) { }

    const QStringList &parameterNames() const override { return content_.parameterNames; }
    const Eigen::VectorXd &theta() const override { return content_.theta; }
    const QStringList &featureNames() const override { return content_.featureNames; }
    const QString &targetName() const override { return content_.targetName; }
    const QStringList &classes() const override { return content_.classes; }
    const std::vector<Scaling> &scaling() const override { return content_.scaling; }

    /// Both throw std::logic_error where X has another number of columns than the model has features.
    Eigen::VectorXd predict(const Matrix &features) const override;
    Matrix probabilities(const Matrix &features) const override;

private:
    SoftmaxModelContent content_;
};

/// The number of the likeliest class of each row of probabilities, 0 … K-1; of a row that is not finite no number.
Eigen::VectorXd likeliestClasses(const Matrix &shares);

/// θ as the kernels read it: of each class its weights, zeros up to Kernel::padded(n), and its intercept or 0;
/// Kernel::stride(n) numbers a class. `w` is room for these.
void spreadByClass(const double *theta, std::size_t features, std::size_t classes, bool hasIntercept, double *w);

} // namespace thalweg
