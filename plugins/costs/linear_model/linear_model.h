#pragma once

#include "linear_cost.h"

namespace thalweg {

/// What is needed to make a LinearModel.
struct LinearModelContent {
    QStringList parameterNames; ///< one a feature, and one for the intercept if there is one
    Eigen::VectorXd theta;
    QStringList featureNames;
    QString targetName;
    QStringList classes;
    std::vector<Scaling> scaling;
    Link link = Link::Identity;
    const Kernel *kernel = &fastestKernel();
};

/// Predicts by w·x + b and the link.
class LinearModel final : public Model {
public:
    explicit LinearModel(LinearModelContent content) : content_(std::move(content)) { }

    const QStringList &parameterNames() const override { return content_.parameterNames; }
    const Eigen::VectorXd &theta() const override { return content_.theta; }
    const QStringList &featureNames() const override { return content_.featureNames; }
    const QString &targetName() const override { return content_.targetName; }
    const QStringList &classes() const override { return content_.classes; }
    const std::vector<Scaling> &scaling() const override { return content_.scaling; }

    /// Throws std::logic_error where X has another number of columns than the model has features.
    Eigen::VectorXd predict(const Matrix &features) const override;
    Matrix probabilities(const Matrix &features) const override;

private:
    LinearModelContent content_;
};

} // namespace thalweg
