#pragma once

#include "parameter.h"

#include <optional>

namespace thalweg {

/// The step size η of each update of a descent: a function of how far the descent is, and of nothing else.
///
/// `0.1` and `{"kind": "cosine", "rate": 0.1, "warm_up": 10}` describe one in JSON; what an object may hold are the
/// parameters() of the node that makes schedules, with the same defaults.
class THALWEG_EXPORT Schedule final : public Value {
public:
    enum class Kind { Constant, Step, Exponential, Polynomial, Inverse, InversePower, Cosine, WarmRestarts, OneCycle };

    /// The parameters that describe a schedule; their help gives the formulas.
    static std::vector<Parameter> parameters();

    /// A number is a constant schedule. The error says what is wrong and what would be right.
    static Result<std::shared_ptr<const Schedule>> read(const QJsonValue &json);

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    /// `{"value": …}`: what read() reads.
    QJsonObject summary() const override;
    /// Columns `update` (or `epoch`) and `rate`, as a run of 1000 has them.
    std::shared_ptr<const Table> table() const override;

    /// η of update `t` = 0, 1, … of `total`; where countsEpochs(), `t` is the number of whole epochs made before.
    /// Finite and at least 0; after the end of the schedule it stays what it was there.
    double rate(double t, double total) const;

    bool isConstant() const { return kind_ == Kind::Constant && warmUp_ == 0; }
    bool countsEpochs() const { return countsEpochs_; }

private:
    explicit Schedule(const QJsonObject &description);

    double length(double total) const;
    double afterWarmUp(double t, double total) const;
    double warmRestarts(double t, double length) const;
    double oneCycle(double t, double length) const;

    QJsonValue description_;
    Kind kind_;
    double rate_;
    double endRate_;
    std::optional<double> length_;
    double gamma_;
    double decay_;
    std::optional<double> power_;
    double cycleFactor_;
    double pctStart_;
    double divFactor_;
    double finalDivFactor_;
    double warmUp_;
    bool countsEpochs_;
};

} // namespace thalweg
