#pragma once

#include "search.h"

#include <thalweg/proximal.h>

namespace thalweg {

enum class ProximalAcceleration {
    None, ///< ISTA
    Momentum, ///< FISTA
    MomentumWithRestarts, ///< FISTA whose momentum is dropped when it points uphill
};

/// θ ← prox(y − η ∇f(y), η) for J = f + g with a smooth f and a simple g; y is θ, or ahead of it by its momentum. An
/// objective without such parts is all f.
///
/// The point's gradient is the gradient mapping (y − θ) / η, which is 0 exactly where J has its minimum.
class ProximalGradient final : public SearchMethod {
public:
    ProximalGradient(const Objective &objective, ProximalAcceleration acceleration);

    std::int64_t start(SearchPoint &point) override;
    /// With `rate`: η, not tested.
    SearchStep step(SearchPoint &point, std::optional<double> rate) override;

private:
    double smoothValue(ConstVectorRef theta);
    double smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const;
    double simpleValue(ConstVectorRef theta) const;
    void propose(double rate);
    bool isMajorised(double rate, SearchStep &made);
    bool findRate(SearchStep &made);
    void goAhead(const SearchPoint &point);

    const Proximal *const parts_; ///< null where all of J is smooth
    const ProximalAcceleration acceleration_;
    Eigen::VectorXd ahead_; ///< y
    double smooth_ = 0; ///< f(y)
    Eigen::VectorXd slope_; ///< ∇f(y)
    Eigen::VectorXd next_; ///< θ that is proposed
    Eigen::VectorXd unused_; ///< a gradient that nobody asked for: value() may allocate one
    double nextSmooth_ = 0; ///< f there
    double rate_ = 1;
    double momentum_ = 1; ///< t of FISTA
    bool isFirst_ = true;
};

} // namespace thalweg
