#pragma once

#include <thalweg/model.h>

#include <functional>

namespace thalweg::test {

/// A model that a test makes up: what it predicts is given.
class FixedModel final : public Model {
public:
    FixedModel(QStringList features, QStringList classes, std::function<Eigen::VectorXd(const Matrix &)> predict,
        std::vector<Scaling> scaling = {})
        : features_(std::move(features)), classes_(std::move(classes)), predict_(std::move(predict)),
          scaling_(std::move(scaling))
    {
    }

    const QStringList &parameterNames() const override { return none_; }
    const Eigen::VectorXd &theta() const override { return theta_; }
    const QStringList &featureNames() const override { return features_; }
    const QString &targetName() const override { return target_; }
    const QStringList &classes() const override { return classes_; }
    const std::vector<Scaling> &scaling() const override { return scaling_; }
    Eigen::VectorXd predict(const Matrix &features) const override { return predict_(features); }
    Matrix probabilities(const Matrix &features) const override
    {
        return many ? many(features) : Model::probabilities(features);
    }

    std::function<Matrix(const Matrix &)> many; ///< probabilities that are not made of predict()

private:
    QStringList features_;
    QStringList classes_;
    std::function<Eigen::VectorXd(const Matrix &)> predict_;
    std::vector<Scaling> scaling_;
    QStringList none_;
    Eigen::VectorXd theta_;
    QString target_ = QStringLiteral("y");
};

/// Predicts its only feature, x.
inline std::shared_ptr<FixedModel> identity(const QStringList &classes = {})
{
    return std::make_shared<FixedModel>(
        QStringList("x"), classes, [](const Matrix &features) { return Eigen::VectorXd(features.col(0)); });
}

} // namespace thalweg::test
