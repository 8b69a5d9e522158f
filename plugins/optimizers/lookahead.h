#pragma once

#include "update_rule.h"

#include <memory>

namespace thalweg {

/// Any rule, whose θ is drawn back every k updates to a slow θ that follows it:
/// φ ← φ + α (θ − φ), θ ← φ, with φ = θ₀ at first. The rule goes on with what it remembers.
class LookaheadRule final : public UpdateRule {
public:
    /// `period` k is at least 1; 0 < `part` α ≤ 1.
    LookaheadRule(std::unique_ptr<UpdateRule> rule, std::int64_t period, double part, Eigen::Index dimension)
        : rule_(std::move(rule)), period_(period), part_(part), slow_(dimension)
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        if (t_ == 0)
            slow_ = theta;
        rule_->update(theta, gradient, rate);
        if (++t_ % period_ == 0) {
            slow_ += part_ * (theta - slow_);
            theta = slow_;
        }
    }

    const Eigen::VectorXd *averageTheta() const override { return rule_->averageTheta(); }

private:
    const std::unique_ptr<UpdateRule> rule_;
    const std::int64_t period_;
    const double part_;
    Eigen::VectorXd slow_; ///< φ
    std::int64_t t_ = 0; ///< updates so far
};

} // namespace thalweg
