#include "adam_rule.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

class AdamRule final : public UpdateRule {
public:
    AdamRule(const Inputs &in, Eigen::Index dimension, AdamVariant variant)
        : beta1_(in.number(QStringLiteral("beta1"))), beta2_(in.number(QStringLiteral("beta2"))),
          eps_(in.number(QStringLiteral("eps"))), decay_(in.number(QStringLiteral("weight_decay"))), variant_(variant),
          mean_(zeros(dimension)), square_(zeros(dimension)), largest_(zeros(dimension))
    {
    }

    void update(VectorRef theta, ConstVectorRef gradient, double rate) override
    {
        ++t_;
        const double correction1 = 1 - std::pow(beta1_, t_);
        const double correction2 = std::sqrt(1 - std::pow(beta2_, t_));
        const double penalty = variant_.isDecoupled ? 0 : decay_;
        const double kept = variant_.isDecoupled ? 1 - rate * decay_ : 1;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const double g = gradient[i] + penalty * theta[i];
            average(mean_[i], beta1_, g);
            average(square_[i], beta2_, g * g);
            largest_[i] = variant_.keepsMaximum ? std::max(largest_[i], square_[i]) : square_[i];
            theta[i]
                = kept * theta[i] - rate / correction1 * ratio(mean_[i], std::sqrt(largest_[i]) / correction2 + eps_);
        }
    }

private:
    const double beta1_;
    const double beta2_;
    const double eps_;
    const double decay_; ///< λ
    const AdamVariant variant_;
    Eigen::VectorXd mean_; ///< m
    Eigen::VectorXd square_; ///< v
    Eigen::VectorXd largest_; ///< v, or the largest that it has been
    double t_ = 0; ///< updates so far
};

} // namespace

std::unique_ptr<UpdateRule> makeAdamRule(const Inputs &in, Eigen::Index dimension, AdamVariant variant)
{
    return std::make_unique<AdamRule>(in, dimension, variant);
}

} // namespace thalweg
