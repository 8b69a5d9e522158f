#pragma once

#include "../search.h"
#include "damped_least_squares.h"

#include <thalweg/residuals.h>

namespace thalweg {

struct LevenbergMarquardtOptions {
    double initialRadius = 0.3; ///< of the first trust region, as a multiple of ‖S θ₀‖, or of 1 where that is 0
    bool isAccelerated = false; ///< steps are bent by half the geodesic acceleration
    double stepTolerance = 0; ///< stuck once ‖S (θ − θ before)‖ ≤ this · ‖S θ‖; 0: never
};

/// The Levenberg-Marquardt method in a scaled trust region: each iteration looks for a step within the region that
/// makes Σ r² smaller by enough, and makes the region smaller until it finds one.
///
/// Near the minimum the cost is flat to rounding long before the parameters are exact. There Gauss-Newton steps are
/// taken as long as each foretells a smaller gain than the one before, whatever the last digits of the cost say.
class LevenbergMarquardt final : public SearchMethod {
public:
    /// Throws an Error, at the port objective, where J is no sum of squares.
    LevenbergMarquardt(const Objective &objective, const LevenbergMarquardtOptions &options);

    std::int64_t start(SearchPoint &point) override;
    /// With `rate`: that part of the Gauss-Newton step, as it comes.
    SearchStep step(SearchPoint &point, std::optional<double> rate) override;

private:
    enum class Trial { Taken, Refused, TooSmall, Exhausted };

    void measure(SearchPoint &point);
    bool isFinite(const SearchPoint &point) const;
    Trial tryStep(SearchPoint &point, SearchStep &made);
    bool bend(const SearchPoint &point, SearchStep &made);
    void resize(double ratio, double actual, double slope, double size);
    SearchStep stuck(SearchStep made, const char *why) const;

    const Residuals &residuals_;
    const LevenbergMarquardtOptions options_;
    DampedLeastSquares system_;
    Eigen::VectorXd r_; ///< at the point
    Matrix derivatives_; ///< at the point
    Eigen::VectorXd scale_; ///< S: the largest norm that each column of D has had
    double squares_ = 0; ///< ‖r‖²
    Eigen::VectorXd q_;
    Eigen::VectorXd bent_;
    Eigen::VectorXd before_; ///< θ that the last step came from
    Eigen::VectorXd trial_; ///< θ that is tried
    Eigen::VectorXd trialResiduals_;
    Eigen::VectorXd bentResiduals_;
    double radius_ = 0;
    double lambda_ = 0;
    bool isFirst_ = true;
    std::optional<double> polishedGain_; ///< what the last step foretold, where rounding hid what it gained
    bool isSmall_ = false; ///< the last step was within the step tolerance
};

} // namespace thalweg
