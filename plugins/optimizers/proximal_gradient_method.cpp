#include "proximal_gradient_method.h"

#include <cmath>
#include <limits>

namespace thalweg {

ProximalGradient::ProximalGradient(const Objective &objective, ProximalAcceleration acceleration)
    : SearchMethod(objective), parts_(objective.proximal()), acceleration_(acceleration), ahead_(objective.dimension()),
      slope_(objective.dimension()), next_(objective.dimension()), unused_(parts_ ? 0 : objective.dimension())
{
}

double ProximalGradient::smoothValue(ConstVectorRef theta)
{
    return parts_ ? parts_->smoothValue(theta) : objective_.valueAndGradient(theta, unused_);
}

double ProximalGradient::smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    return parts_ ? parts_->smoothValueAndGradient(theta, gradient) : objective_.valueAndGradient(theta, gradient);
}

double ProximalGradient::simpleValue(ConstVectorRef theta) const
{
    return parts_ ? parts_->simpleValue(theta) : 0;
}

std::int64_t ProximalGradient::start(SearchPoint &point)
{
    ahead_ = point.theta;
    smooth_ = smoothValueAndGradient(ahead_, slope_);
    point.cost = smooth_ + simpleValue(point.theta);
    propose(rate_);
    point.gradient = (ahead_ - next_) / rate_;
    return 1;
}

/// The step from y, into next_.
void ProximalGradient::propose(double rate)
{
    next_ = ahead_ - rate * slope_;
    if (parts_)
        parts_->applyProximal(next_, rate);
}

/// Whether f at the proposed θ is at most f(y) + ∇f(y)·d + ‖d‖² / (2 η), d = θ − y, but for rounding.
bool ProximalGradient::isMajorised(double rate, SearchStep &made)
{
    propose(rate);
    nextSmooth_ = smoothValue(next_);
    ++made.evaluations;
    const double rounding = 8 * std::numeric_limits<double>::epsilon() * std::abs(smooth_);
    const double along = slope_.dot(next_ - ahead_);
    return nextSmooth_ - smooth_ <= along + (next_ - ahead_).squaredNorm() / (2 * rate) + rounding;
}

/// Halves η until it will do; before the first step, doubles it as long as it will. Leaves next_ at that η.
bool ProximalGradient::findRate(SearchStep &made)
{
    constexpr double least = 1e-100;
    constexpr double most = 1e100;
    bool isGood = isMajorised(rate_, made);
    if (isFirst_ && isGood) {
        while (rate_ < most && isMajorised(2 * rate_, made) && next_ != ahead_)
            rate_ *= 2;
        isGood = isMajorised(rate_, made);
    }
    while (!isGood && rate_ > least) {
        rate_ /= 2;
        isGood = isMajorised(rate_, made);
    }
    return isGood;
}

SearchStep ProximalGradient::step(SearchPoint &point, std::optional<double> rate)
{
    SearchStep made;
    if (!isFirst_) {
        smooth_ = smoothValueAndGradient(ahead_, slope_);
        ++made.evaluations;
    }
    if (rate) {
        rate_ = *rate;
        propose(rate_);
        nextSmooth_ = smoothValue(next_);
        ++made.evaluations;
    } else if (!std::isfinite(smooth_) || !slope_.allFinite()) {
        made.outcome = SearchStep::Outcome::NotFinite;
        made.rate = rate_;
        return made;
    } else if (!findRate(made) || (next_ == ahead_ && next_ == point.theta && point.gradient.isZero(0))) {
        made.outcome = SearchStep::Outcome::Stuck;
        made.message = QStringLiteral("a step of the proximal gradient no longer moves the parameters");
        return made;
    }
    isFirst_ = false;
    made.rate = rate_;
    point.gradient = (ahead_ - next_) / (rate_ > 0 ? rate_ : 1);
    goAhead(point);
    point.theta = next_;
    point.cost = nextSmooth_ + simpleValue(next_);
    if (!std::isfinite(point.cost) || !point.gradient.allFinite() || !point.theta.allFinite())
        made.outcome = SearchStep::Outcome::NotFinite;
    return made;
}

/// Makes y what the momentum says, from the θ of `point` on to the proposed one.
void ProximalGradient::goAhead(const SearchPoint &point)
{
    const bool isUphill = (ahead_ - next_).dot(next_ - point.theta) > 0;
    ahead_ = next_;
    if (acceleration_ == ProximalAcceleration::None)
        return;
    if (isUphill && acceleration_ == ProximalAcceleration::MomentumWithRestarts) {
        momentum_ = 1;
        return;
    }
    const double next = (1 + std::sqrt(1 + 4 * momentum_ * momentum_)) / 2;
    ahead_ += (momentum_ - 1) / next * (next_ - point.theta);
    momentum_ = next;
}

} // namespace thalweg
