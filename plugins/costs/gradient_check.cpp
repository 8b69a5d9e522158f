#include "gradient_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace thalweg {

namespace {

struct Estimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double error = std::numeric_limits<double>::infinity();
};

/// The derivative by component i, extrapolated from central differences of ever smaller steps. `here` is J(θ).
///
/// At a kink these settle, too, at the mean of both slopes. There the second difference over 2h, extrapolated to h = 0,
/// is half the jump of the slope, and it is nothing elsewhere: the error is at least that.
Estimate derivative(const Objective &cost, Eigen::VectorXd &theta, Eigen::Index i, double here)
{
    constexpr int rounds = 12;
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    const double centre = theta[i];
    double step = std::max(std::abs(centre), 1.) / 16;
    std::array<double, rounds> last {};
    std::array<double, rounds> row {};
    Estimate best;
    double lastBend = 0;
    double jump = std::numeric_limits<double>::infinity();
    int known = 0; // differences in a row that were finite
    for (int round = 0; round < rounds; ++round, step /= 2) {
        const double above = centre + step;
        const double below = centre - step;
        theta[i] = above;
        const double high = cost.value(theta);
        theta[i] = below;
        const double low = cost.value(theta);
        theta[i] = centre;
        const double rounding = 4 * epsilon * std::max(std::abs(high), std::abs(low)) / (above - below);
        row[0] = (high - low) / (above - below);
        if (!std::isfinite(row[0])) {
            known = 0;
            continue;
        }
        const double bend = (high - 2 * here + low) / (above - below);
        if (known > 0)
            jump = std::min(jump, std::abs(2 * bend - lastBend));
        lastBend = bend;
        double factor = 1;
        for (int order = 1; order <= known; ++order) {
            const auto k = static_cast<std::size_t>(order);
            factor *= 4;
            row[k] = row[k - 1] + (row[k - 1] - last[k - 1]) / (factor - 1);
            const double error = std::max({ std::abs(row[k] - row[k - 1]), std::abs(row[k] - last[k - 1]), rounding });
            if (error < best.error)
                best = { row[k], error };
        }
        last = row;
        ++known;
    }
    best.error = std::max(best.error, jump);
    return best;
}

ComponentCheck::Verdict verdictOf(const ComponentCheck &component, double greatest, double tolerance)
{
    using Verdict = ComponentCheck::Verdict;
    const double size = std::max({ std::abs(component.analytic), std::abs(component.numeric), greatest / 1000 });
    if (!std::isfinite(component.analytic))
        return Verdict::Differs;
    if (!std::isfinite(component.numeric) || (component.error > size / 100 && component.error > tolerance))
        return Verdict::Unknown;
    const double apart = std::abs(component.analytic - component.numeric);
    return apart <= tolerance * size + 8 * component.error ? Verdict::Agrees : Verdict::Differs;
}

} // namespace

bool GradientCheck::ok() const
{
    return count(ComponentCheck::Verdict::Differs) == 0;
}

std::size_t GradientCheck::count(ComponentCheck::Verdict verdict) const
{
    return static_cast<std::size_t>(std::ranges::count(components, verdict, &ComponentCheck::verdict));
}

GradientCheck checkGradient(
    const Objective &cost, ConstVectorRef theta, double tolerance, const std::function<void(std::size_t)> &poll)
{
    Eigen::VectorXd gradient(cost.dimension());
    const double here = cost.valueAndGradient(theta, gradient);
    Eigen::VectorXd point = theta;
    GradientCheck check;
    double greatest = 0;
    for (Eigen::Index i = 0; i < cost.dimension(); ++i) {
        if (poll)
            poll(static_cast<std::size_t>(i));
        const Estimate estimate = derivative(cost, point, i, here);
        check.components.push_back({ gradient[i], estimate.value, estimate.error });
        if (std::isfinite(estimate.value))
            greatest = std::max(greatest, std::abs(estimate.value));
    }
    double worst = -1;
    for (std::size_t i = 0; i < check.components.size(); ++i) {
        ComponentCheck &component = check.components[i];
        component.verdict = verdictOf(component, greatest, tolerance);
        const double apart = !std::isfinite(component.analytic)     ? std::numeric_limits<double>::infinity()
            : component.verdict == ComponentCheck::Verdict::Unknown ? -1
                                                                    : std::abs(component.analytic - component.numeric);
        if (apart > worst) {
            worst = apart;
            check.worst = i;
        }
    }
    return check;
}

} // namespace thalweg
