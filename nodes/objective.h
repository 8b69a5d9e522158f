#pragma once

#include "value.h"

#include <QStringList>

#include <Eigen/Core>

#include <optional>
#include <span>

namespace thalweg {

class Model;
class Proximal;
class Random;
class Residuals;

using ConstVectorRef = Eigen::Ref<const Eigen::VectorXd>;
using VectorRef = Eigen::Ref<Eigen::VectorXd>;

/// A cost function J(θ) to be made small, θ ∈ ℝⁿ.
///
/// J is the mean or sum of m terms (one a row of data), or a single term (m = 1) where there is no data.
/// Derive from it and write valueAndGradient(); the rest has defaults. Every function may be called from several
/// threads at once, gives the same bits for the same θ whatever the number of threads, and allocates nothing per call
/// if it can. A value that is not finite is an honest answer: the optimizer stops there and says so.
class THALWEG_EXPORT Objective : public Value, public std::enable_shared_from_this<Objective> {
public:
    /// One name a parameter, distinct; their number is the dimension n.
    explicit Objective(QStringList parameterNames) : parameterNames_(std::move(parameterNames)) { }

    static const ValueType &staticType();
    const ValueType &type() const final { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;

    const QStringList &parameterNames() const { return parameterNames_; }
    Eigen::Index dimension() const { return parameterNames_.size(); }

    /// J(θ); writes ∇J(θ), n numbers, into `gradient`.
    virtual double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const = 0;

    /// J(θ) alone; override it where that is cheaper.
    virtual double value(ConstVectorRef theta) const;

    /// m, the number of terms (rows of data) that J sums over.
    virtual Eigen::Index termCount() const { return 1; }

    /// J and ∇J estimated from the terms `rows` (each 0 … m-1): what J would be if these were all the data. A mean
    /// stays a mean, and a sum is scaled by m / rows.size(), so that the estimate is unbiased and its size does not
    /// depend on the batch's. Must be overridden where termCount() is above 1.
    virtual double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const;

    /// A hint that these terms are asked for soon, one after the other: a loop over shuffled rows that gives it a few
    /// rows ahead need not wait for the memory. Changes no result.
    virtual void prefetch(std::span<const Eigen::Index> rows) const;

    /// What predicts with these parameters; null where J predicts nothing.
    virtual std::shared_ptr<const Model> model(ConstVectorRef theta) const;

    /// The squares that J is the sum of; null where it is no such sum. It lives as long as the objective.
    virtual const Residuals *residuals() const;

    /// J as the sum of a smooth part and a simple one with kinks; null where it is not known as such a sum. It lives as
    /// long as the objective.
    virtual const Proximal *proximal() const;

    /// Why a run on this objective cannot end in a minimum (separable classes …), in a sentence; empty where nothing is
    /// known.
    virtual QString warning(ConstVectorRef theta) const;

    /// Where a descent may begin that is given no start, drawn from `random`: for costs that zeros do not serve, as
    /// they do not the weights of a network, whose units would all stay alike. None where zeros serve.
    virtual std::optional<Eigen::VectorXd> suggestedStart(Random &random) const;

    /// Whether this parameter (0 … n-1) is a constant term, which penalties leave alone. As it stands, one called
    /// `intercept` or `intercept:class` is.
    virtual bool isIntercept(Eigen::Index parameter) const;

private:
    QStringList parameterNames_;
};

/// `theta` for one parameter, else `theta[1]` … `theta[n]`.
THALWEG_EXPORT QStringList numberedNames(const QString &name, int dimension);

} // namespace thalweg
