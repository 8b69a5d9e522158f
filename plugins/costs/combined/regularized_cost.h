#pragma once

#include <thalweg/objective.h>

namespace thalweg {

/// J(θ) + l1 ‖w‖₁ + l2/2 ‖w‖₂², where w are the parameters but for the cost's intercepts.
class RegularizedCost final : public Objective {
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
    /// What the cost warns of even where all penalised parameters are 0.
    QString warning(ConstVectorRef theta) const override;
    std::optional<Eigen::VectorXd> suggestedStart(Random &random) const override
    {
        return cost_->suggestedStart(random);
    }
    bool isIntercept(Eigen::Index parameter) const override { return cost_->isIntercept(parameter); }

private:
    double penalty(ConstVectorRef theta) const;
    void addPenaltyTo(VectorRef gradient, ConstVectorRef theta) const;

    std::shared_ptr<const Objective> cost_;
    double l1_;
    double l2_;
    std::vector<Eigen::Index> penalised_;
};

} // namespace thalweg
