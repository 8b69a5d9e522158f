#pragma once

#include <thalweg/proximal.h>

namespace thalweg {

/// J(θ) + l1 ‖w‖₁ + l2/2 ‖w‖₂², where w are the parameters but for the cost's intercepts.
class RegularizedCost final : public Objective, private Proximal {
public:
    /// `l1` and `l2` are not negative.
    RegularizedCost(std::shared_ptr<const Objective> cost, double l1, double l2);

    QString text() const override;
    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return cost_->termCount(); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    void prefetch(std::span<const Eigen::Index> rows) const override { cost_->prefetch(rows); }
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override { return cost_->model(theta); }
    /// The cost with its l2 part as the smooth part and the l1 part as the simple one; null where l1 is 0.
    const Proximal *proximal() const override { return l1_ > 0 ? this : nullptr; }
    /// What the cost warns of even where all penalised parameters are 0.
    QString warning(ConstVectorRef theta) const override;
    std::optional<Eigen::VectorXd> suggestedStart(Random &random) const override
    {
        return cost_->suggestedStart(random);
    }
    bool isIntercept(Eigen::Index parameter) const override { return cost_->isIntercept(parameter); }

private:
    double smoothValue(ConstVectorRef theta) const override;
    double smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    double simpleValue(ConstVectorRef theta) const override;
    void applyProximal(VectorRef theta, double step) const override;
    double squaresPenalty(ConstVectorRef theta) const;
    double penalty(ConstVectorRef theta) const;
    void addPenaltyTo(VectorRef gradient, ConstVectorRef theta) const;

    std::shared_ptr<const Objective> cost_;
    double l1_;
    double l2_;
    std::vector<Eigen::Index> penalised_;
};

} // namespace thalweg
