#include "levenberg_marquardt.h"

#include <thalweg/plain_values.h>
#include <thalweg/result.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double leastRatio = 1e-4; ///< of the gain that was foretold, for a step to be taken
constexpr double probe = 0.1; ///< part of the step at which its second derivative is measured
constexpr double mostBend = 0.75; ///< 2 ‖acceleration‖ / ‖step‖

const Residuals &residualsOf(const Objective &objective)
{
    if (const Residuals *residuals = objective.residuals())
        return *residuals;
    throw Error(QStringLiteral("is no sum of squares, which this method needs: connect costs.least-squares, or "
                               "costs.curve-fit with the loss squared, without a penalty; other costs have other "
                               "optimizers, such as optimizers.lbfgs"))
        .at(QStringLiteral("port objective"));
}

} // namespace

LevenbergMarquardt::LevenbergMarquardt(const Objective &objective, const LevenbergMarquardtOptions &options)
    : SearchMethod(objective), residuals_(residualsOf(objective)), options_(options),
      system_(residuals_.residualCount(), objective.dimension()), r_(residuals_.residualCount()),
      derivatives_(r_.size(), objective.dimension()), scale_(Eigen::VectorXd::Zero(objective.dimension())),
      q_(scale_.size()), bent_(scale_.size()), before_(scale_.size()), trial_(scale_.size()),
      trialResiduals_(r_.size()), bentResiduals_(options.isAccelerated ? r_.size() : 0)
{
}

std::int64_t LevenbergMarquardt::start(SearchPoint &point)
{
    measure(point);
    const double size = scale_.cwiseProduct(point.theta).norm();
    radius_ = options_.initialRadius * (size > 0 ? size : 1);
    return 1;
}

void LevenbergMarquardt::measure(SearchPoint &point)
{
    residuals_.evaluateResiduals(point.theta, r_, derivatives_);
    squares_ = r_.squaredNorm();
    point.cost = residuals_.residualScale() * squares_;
    point.gradient.noalias() = derivatives_.transpose() * r_;
    point.gradient *= 2 * residuals_.residualScale();
    if (!isFinite(point))
        return;
    for (Eigen::Index j = 0; j < scale_.size(); ++j) {
        scale_[j] = std::max(scale_[j], derivatives_.col(j).norm());
        if (scale_[j] == 0)
            scale_[j] = 1;
    }
    system_.factor(derivatives_, scale_);
    system_.setResiduals(r_);
}

bool LevenbergMarquardt::isFinite(const SearchPoint &point) const
{
    return std::isfinite(point.cost) && point.gradient.allFinite() && derivatives_.allFinite();
}

SearchStep LevenbergMarquardt::step(SearchPoint &point, std::optional<double> rate)
{
    SearchStep made;
    made.rate = rate.value_or(1);
    before_ = point.theta;
    if (rate) {
        system_.solve(0, q_);
        point.theta += *rate * q_.cwiseQuotient(scale_);
    } else {
        if (isSmall_) {
            made.outcome = SearchStep::Outcome::Small;
            made.message = QStringLiteral("the last step was within the step tolerance");
            return made;
        }
        Trial trial;
        do
            trial = tryStep(point, made);
        while (trial == Trial::Refused);
        if (trial == Trial::Exhausted)
            return stuck(made, "there is no step that would make the cost smaller");
        if (trial == Trial::TooSmall)
            return stuck(made, "steps that would make the cost smaller are lost in rounding");
        point.theta = trial_;
    }
    measure(point);
    ++made.evaluations;
    if (!isFinite(point) || !point.theta.allFinite())
        made.outcome = SearchStep::Outcome::NotFinite;
    const double moved = scale_.cwiseProduct(point.theta - before_).norm();
    isSmall_ = options_.stepTolerance > 0 && moved <= options_.stepTolerance * scale_.cwiseProduct(point.theta).norm();
    return made;
}

SearchStep LevenbergMarquardt::stuck(SearchStep made, const char *why) const
{
    made.outcome = SearchStep::Outcome::Stuck;
    made.message = QLatin1String(why);
    return made;
}

/// Leaves the θ that is to be taken in trial_.
LevenbergMarquardt::Trial LevenbergMarquardt::tryStep(SearchPoint &point, SearchStep &made)
{
    if (squares_ == 0)
        return Trial::Exhausted;
    system_.solveWithin(radius_, lambda_, q_);
    const double size = q_.norm();
    const double change = system_.squaredChange(q_) / squares_;
    const double damping = lambda_ * size * size / squares_;
    const double foretold = change + 2 * damping;
    if (!(foretold > 0) || !std::isfinite(foretold) || (polishedGain_ && foretold >= *polishedGain_))
        return Trial::Exhausted;
    if (isFirst_)
        radius_ = std::min(radius_, size);

    trial_ = point.theta + q_.cwiseQuotient(scale_);
    double actual = -1; // the part of the squares that is gained
    if (!options_.isAccelerated || bend(point, made)) {
        if (trial_ == point.theta)
            return Trial::TooSmall;
        residuals_.evaluateResiduals(trial_, trialResiduals_);
        ++made.evaluations;
        // By differences: of two sums of squares that are nearly the same, the difference would keep fewer digits.
        const double gain = (r_ - trialResiduals_).dot(r_ + trialResiduals_) / squares_;
        if (trialResiduals_.allFinite() && gain > -99)
            actual = gain;
    }
    const double scaledSize = scale_.cwiseProduct(point.theta).norm();
    const double ratio = actual / foretold;
    const double rounding = std::min(64 * epsilon * (1 + scaledSize / std::sqrt(squares_)), 0.01);
    polishedGain_.reset();
    if (lambda_ == 0 && foretold <= rounding && std::abs(actual) <= rounding && ratio < 0.25) {
        polishedGain_ = foretold;
        return Trial::Taken;
    }
    resize(ratio, actual, change + damping, size);
    if (ratio >= leastRatio) {
        isFirst_ = false;
        return Trial::Taken;
    }
    return radius_ <= epsilon * scaledSize || radius_ < std::numeric_limits<double>::min() ? Trial::TooSmall
                                                                                           : Trial::Refused;
}

/// Adds half the geodesic acceleration to trial_; false where that is too large for the step to be trusted.
bool LevenbergMarquardt::bend(const SearchPoint &point, SearchStep &made)
{
    Eigen::VectorXd &second = bentResiduals_;
    bent_ = trial_ - point.theta;
    trialResiduals_.noalias() = derivatives_ * bent_; // the first derivative along the step
    bent_ = point.theta + probe * bent_;
    residuals_.evaluateResiduals(bent_, second);
    ++made.evaluations;
    second = (2 / probe) * ((second - r_) / probe - trialResiduals_);
    if (!second.allFinite())
        return false;
    system_.setResiduals(second);
    system_.solve(lambda_, bent_);
    system_.setResiduals(r_);
    if (!(2 * bent_.norm() <= mostBend * q_.norm()))
        return false;
    trial_ += 0.5 * bent_.cwiseQuotient(scale_);
    return true;
}

/// The next trust region (Moré, section 4, as MINPACK's lmder has it). `slope` is that of the squares along the step.
void LevenbergMarquardt::resize(double ratio, double actual, double slope, double size)
{
    if (ratio <= 0.25) {
        double factor = actual >= 0 ? 0.5 : 0.5 * slope / (slope - 0.5 * actual);
        factor = std::max(factor, 0.1);
        radius_ = factor * std::min(radius_, 10 * size);
        lambda_ /= factor;
    } else if (lambda_ == 0 || ratio >= 0.75) {
        radius_ = 2 * size;
        lambda_ *= 0.5;
    }
}

} // namespace thalweg
