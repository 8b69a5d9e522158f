#include "curvature.h"

#include <thalweg/plain_values.h>

#include <cmath>

namespace thalweg {

namespace {

using Eigen::VectorXd;

/// Differences of an objective's gradient about a place.
class Differences {
public:
    Differences(const Objective &objective, const VectorXd &theta, RunContext &context)
        : objective_(objective), theta_(theta), context_(context)
    {
    }

    VectorXd gradientAt(const VectorXd &theta) const
    {
        checkStop(context_);
        VectorXd gradient(theta.size());
        objective_.valueAndGradient(theta, gradient);
        return gradient;
    }

    /// ∇J(θ + from + way) − ∇J(θ + from)
    VectorXd along(const VectorXd &way, const VectorXd &from) const
    {
        return gradientAt(theta_ + from + way) - gradientAt(theta_ + from);
    }

    /// H v, from both sides of θ at `distance`.
    VectorXd hessianTimes(const VectorXd &v, double distance) const
    {
        return (gradientAt(theta_ + distance * v) - gradientAt(theta_ - distance * v)) / (2 * distance);
    }

private:
    const Objective &objective_;
    const VectorXd &theta_;
    RunContext &context_;
};

VectorXd randomWay(Eigen::Index dimension, Random &random)
{
    VectorXd way(dimension);
    for (double &part : way)
        part = random.normal();
    return way.normalized();
}

bool isQuadratic(const Differences &differences, const VectorXd &theta, double reach, Random &random)
{
    constexpr int tries = 3;
    constexpr double same = 1e-7;
    constexpr double rounding = 1e-13; // of the gradients that are subtracted
    const double size = differences.gradientAt(theta).norm();
    for (int i = 0; i < tries; ++i) {
        const VectorXd way = reach * randomWay(theta.size(), random);
        const VectorXd forwards = differences.along(way, VectorXd::Zero(theta.size()));
        const VectorXd backwards = differences.along(way, -way);
        const VectorXd elsewhere = differences.along(way, reach * randomWay(theta.size(), random));
        const double allowed = same * forwards.norm() + rounding * size;
        if (!((forwards - backwards).norm() <= allowed && (forwards - elsewhere).norm() <= allowed))
            return false;
    }
    return true;
}

/// The eigenvalue of H + shift·1 that is largest in size.
std::optional<double> largestInSize(const Differences &differences, VectorXd v, double distance, double shift)
{
    constexpr int most = 250;
    constexpr double settled = 1e-12;
    double before = 0;
    for (int i = 0; i < most; ++i) {
        const VectorXd image = differences.hessianTimes(v, distance) + shift * v;
        const double value = v.dot(image);
        const double length = image.norm();
        if (!std::isfinite(length))
            return {};
        if (length == 0)
            return 0;
        if (i > 2 && std::abs(value - before) <= settled * std::abs(value))
            return value;
        before = value;
        v = image / length;
    }
    return before;
}

} // namespace

std::optional<Curvature> greatestCurvature(
    const Objective &objective, const VectorXd &theta, double reach, RunContext &context)
{
    const Differences differences(objective, theta, context);
    Random random = context.random();
    Curvature found;
    found.isQuadratic = isQuadratic(differences, theta, reach, random);
    // A quadratic cost may be asked far off, where differences are large; of another the curvature is that near θ.
    const double distance = found.isQuadratic ? reach : 1e-5 * (1 + theta.norm());
    const VectorXd start = randomWay(theta.size(), random);
    std::optional<double> largest = largestInSize(differences, start, distance, 0);
    if (largest && *largest < 0) {
        // The cost bends down more than up: shifted by that, the greatest is the largest in size.
        const double shift = -*largest;
        largest = largestInSize(differences, start, distance, shift);
        if (largest)
            *largest -= shift;
    }
    if (!largest)
        return {};
    found.greatest = *largest;
    return found;
}

QString Curvature::limitText() const
{
    if (!(greatest > 0))
        return {};
    const QString limit = shortNumber(2 / greatest);
    return isQuadratic ? QStringLiteral("2/λmax = %1").arg(limit) : QStringLiteral("2/λmax ≈ %1 at the end").arg(limit);
}

} // namespace thalweg
