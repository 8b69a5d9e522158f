#pragma once

#include "value.h"

#include <Eigen/Core>

namespace thalweg {

/// A number on a wire.
class THALWEG_EXPORT Number final : public Value {
public:
    explicit Number(double value) : value(value) { }

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;
    std::shared_ptr<const Table> table() const override;

    const double value;
};

/// A text on a wire.
class THALWEG_EXPORT Text final : public Value {
public:
    explicit Text(QString value) : value(std::move(value)) { }

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override { return value; }
    QJsonObject summary() const override;
    std::shared_ptr<const Table> table() const override;

    const QString value;
};

/// A column of numbers on a wire.
class THALWEG_EXPORT Vector final : public Value {
public:
    explicit Vector(Eigen::VectorXd value) : value(std::move(value)) { }

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;
    std::shared_ptr<const Table> table() const override;

    const Eigen::VectorXd value;
};

/// A number as people read it: six significant digits, `4.99993`, `5.09e-09`.
THALWEG_EXPORT QString shortNumber(double value);

} // namespace thalweg
