#pragma once

#include "../formula/block_tape.h"

#include <thalweg/model.h>

namespace thalweg {

/// What is needed to make a CurveFitModel.
struct CurveFitModelContent {
    BlockTape tape;
    QStringList parameterNames;
    Eigen::VectorXd theta;
    QStringList columnNames; ///< the data of the tape
    QString targetName;
};

/// Predicts the value of a formula of columns.
class CurveFitModel final : public Model {
public:
    explicit CurveFitModel(CurveFitModelContent content);

    const QStringList &parameterNames() const override { return content_.parameterNames; }
    const Eigen::VectorXd &theta() const override { return content_.theta; }
    const QStringList &featureNames() const override { return content_.columnNames; }
    const QString &targetName() const override { return content_.targetName; }
    const QStringList &classes() const override { return classes_; }
    const std::vector<Scaling> &scaling() const override { return scaling_; }

    /// Throws std::logic_error where X has another number of columns than the formula.
    Eigen::VectorXd predict(const Matrix &features) const override;

private:
    CurveFitModelContent content_;
    QStringList classes_; ///< none
    std::vector<Scaling> scaling_; ///< none
};

} // namespace thalweg
