#pragma once

#include "../linear_model/kernels.h"
#include "network.h"

#include <thalweg/model.h>

namespace thalweg {

/// What is needed to make a NetworkModel.
struct NetworkModelContent {
    QStringList parameterNames;
    Eigen::VectorXd theta; ///< in the order of Layers
    Network network;
    QStringList featureNames;
    QString targetName;
    QStringList classes; ///< empty where the output is a number
    std::vector<Scaling> scaling;
    const Kernel *kernel = &fastestKernel();
};

/// Predicts the output of a network, or the probabilities of classes.
class NetworkModel final : public Model {
public:
    explicit NetworkModel(NetworkModelContent content) : content_(std::move(content)) { }

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
    /// A column an output: numbers, the probability of the second of two classes, or that of each class.
    Matrix outputs(const Matrix &features) const;

    NetworkModelContent content_;
};

} // namespace thalweg
