#pragma once

#include "dataset.h"
#include "objective.h"

namespace thalweg {

/// A prediction function with its parameters θ.
class THALWEG_EXPORT Model : public Value {
public:
    static const ValueType &staticType();
    const ValueType &type() const final { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;

    /// A table of one row a parameter: its name and value.
    std::shared_ptr<const Table> table() const override;

    virtual const QStringList &parameterNames() const = 0;
    virtual const Eigen::VectorXd &theta() const = 0;

    /// The features it reads, in order, and the target it predicts, by name.
    virtual const QStringList &featureNames() const = 0;
    virtual const QString &targetName() const = 0;

    /// The names of the classes, where it tells classes apart; else empty.
    virtual const QStringList &classes() const = 0;

    /// How the features that it was fitted to were scaled; features given to predict() must be scaled alike.
    virtual const std::vector<Scaling> &scaling() const = 0;

    /// One number a row of X (m × n): the predicted target, or of two classes the probability of the second. Of more
    /// classes, and where there are no probabilities, the target is the number of the class, 0 … K-1.
    virtual Eigen::VectorXd predict(const Matrix &features) const = 0;

    /// m × K: the probability of each class for each row of X, or m × 0 where the model knows none. As it stands, two
    /// classes have what predict() gives, and more have none.
    virtual Matrix probabilities(const Matrix &features) const;
};

} // namespace thalweg
