#pragma once

#include "linear_model/kernel.h"

#include <thalweg/dataset.h>
#include <thalweg/random.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace thalweg {

enum class RandomTarget { Normal, Binary, Count };

/// Rows of normal numbers; the target is normal, too, or 0 or 1, or one of 0 … 4.
inline std::shared_ptr<const Dataset> randomDataset(
    Eigen::Index rows, Eigen::Index features, RandomTarget target, std::uint64_t seed = 1)
{
    Random random(seed);
    DatasetContent content;
    content.features.resize(rows, features);
    content.target.resize(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < features; ++j)
            content.features(i, j) = random.normal();
        content.target[i] = target == RandomTarget::Normal
            ? random.normal()
            : static_cast<double>(random.below(target == RandomTarget::Binary ? 2 : 5));
    }
    for (Eigen::Index j = 0; j < features; ++j)
        content.featureNames += QStringLiteral("x%1").arg(j + 1);
    content.targetName = QStringLiteral("y");
    return std::make_shared<Dataset>(std::move(content));
}

inline Eigen::VectorXd randomPoint(Eigen::Index dimension, double size, std::uint64_t seed = 2)
{
    Random random(seed);
    Eigen::VectorXd point(dimension);
    for (double &number : point)
        number = size * random.normal();
    return point;
}

/// A loss and its derivative by z, in long double.
struct ReferenceLoss {
    std::function<long double(long double z, long double y)> value;
    std::function<long double(long double z, long double y)> derivative;
};

/// A loss of the kernels, and what it should be.
struct LossCase {
    const char *name;
    Kernel::Sum Kernel::*sum;
    double shape;
    RandomTarget target;
    double pointSize; ///< of parameters whose margins keep their digits
    ReferenceLoss reference;
};

inline const std::vector<LossCase> &lossCases()
{
    using R = long double;
    const auto ofResidual = [](std::function<R(R)> value, std::function<R(R)> derivative) {
        return ReferenceLoss { [=](R z, R y) { return value(z - y); }, [=](R z, R y) { return derivative(z - y); } };
    };
    const auto ofMargin = [](std::function<R(R)> value, std::function<R(R)> derivative) {
        return ReferenceLoss { [=](R z, R y) { return value(y > 0 ? z : -z); },
            [=](R z, R y) { return y > 0 ? derivative(z) : -derivative(-z); } };
    };
    const auto sign = [](R r) { return r > 0 ? R(1) : r < 0 ? R(-1) : R(0); };
    static const std::vector<LossCase> cases {
        { "squared", &Kernel::squared, 0, RandomTarget::Normal, 1,
            ofResidual([](R r) { return r * r; }, [](R r) { return 2 * r; }) },
        { "absolute", &Kernel::absolute, 0, RandomTarget::Normal, 1,
            ofResidual([](R r) { return std::abs(r); }, sign) },
        { "huber", &Kernel::huber, 0.75, RandomTarget::Normal, 1,
            ofResidual([](R r) { return std::abs(r) <= 0.75L ? r * r / 2 : 0.75L * (std::abs(r) - 0.375L); },
                [sign](R r) { return std::abs(r) <= 0.75L ? r : 0.75L * sign(r); }) },
        { "quantile", &Kernel::quantile, 0.875, RandomTarget::Normal, 1,
            ofResidual([](R r) { return r > 0 ? 0.125L * r : -0.875L * r; },
                [](R r) { return r > 0 ? 0.125L
                              : r < 0  ? -0.875L
                                       : 0; }) },
        { "epsilon-insensitive", &Kernel::epsilonInsensitive, 0.5, RandomTarget::Normal, 1,
            ofResidual([](R r) { return std::max(std::abs(r) - 0.5L, R(0)); },
                [sign](R r) { return std::abs(r) > 0.5L ? sign(r) : 0; }) },
        { "log-cosh", &Kernel::logCosh, 0, RandomTarget::Normal, 1,
            ofResidual(
                [](R r) {
                    const R a = std::abs(r);
                    return a < 1 ? std::log1p(std::sinh(a) * std::sinh(a)) / 2
                                 : a + std::log1p(std::exp(-2 * a)) - std::log(R(2));
                },
                [](R r) { return std::tanh(r); }) },
        { "poisson", &Kernel::poisson, 0, RandomTarget::Count, 0.1,
            { [](R z, R y) { return std::exp(z) - y * z; }, [](R z, R y) { return std::exp(z) - y; } } },
        { "logistic", &Kernel::logistic, 0, RandomTarget::Binary, 1,
            ofMargin([](R t) { return std::log1p(std::exp(-t)); }, [](R t) { return -1 / (1 + std::exp(t)); }) },
        { "hinge", &Kernel::hinge, 0, RandomTarget::Binary, 1,
            ofMargin([](R t) { return std::max(1 - t, R(0)); }, [](R t) { return t < 1 ? -1 : 0; }) },
        { "squared-hinge", &Kernel::squaredHinge, 0, RandomTarget::Binary, 1,
            ofMargin([](R t) { return t < 1 ? (1 - t) * (1 - t) : 0; }, [](R t) { return t < 1 ? -2 * (1 - t) : 0; }) },
        { "modified-huber", &Kernel::modifiedHuber, 0, RandomTarget::Binary, 1,
            ofMargin([](R t) { return t < -1 ? -4 * t
                                   : t < 1   ? (1 - t) * (1 - t)
                                             : 0; },
                [](R t) { return t < -1 ? -4
                              : t < 1   ? -2 * (1 - t)
                                        : 0; }) },
    };
    return cases;
}

inline const LossCase &lossCase(Kernel::Sum Kernel::*sum)
{
    return *std::ranges::find(lossCases(), sum, &LossCase::sum);
}

/// Σ over `rows` of the loss and its gradient, plainly in long double; `valueScale` and `scale` bound the rounding
/// error of doing so in double, in units of its precision: the sum of absolute values of what is added up, and what
/// becomes of the rounding error of the margin z = Σ xⱼ θⱼ, which may be far above z where its terms cancel; and y,
/// which losses take from something.
struct ReferenceSum {
    long double value = 0;
    long double valueScale = 0; ///< a loss counts as at least 1: it may be a small difference
    std::vector<long double> gradient;
    std::vector<long double> scale;
};

inline ReferenceSum referenceSum(const Dataset &data, const std::vector<Eigen::Index> &rows, const ReferenceLoss &loss,
    const Eigen::VectorXd &theta, bool hasIntercept)
{
    const Eigen::Index n = data.featureCount();
    ReferenceSum sum;
    sum.gradient.resize(static_cast<std::size_t>(theta.size()));
    sum.scale.resize(static_cast<std::size_t>(theta.size()));
    for (const Eigen::Index i : rows) {
        long double z = hasIntercept ? theta[n] : 0;
        long double zScale = std::abs(z);
        for (Eigen::Index j = 0; j < n; ++j) {
            const long double term = static_cast<long double>(data.features()(i, j)) * theta[j];
            z += term;
            zScale += std::abs(term);
        }
        const long double value = loss.value(z, data.target()[i]);
        sum.value += value;
        const long double d = loss.derivative(z, data.target()[i]);
        sum.valueScale += std::max(std::abs(value), 1.L) + std::abs(d) * zScale;
        constexpr long double nearby = 1e-6L;
        const long double dScale = std::abs(d) + std::abs(static_cast<long double>(data.target()[i]))
            + std::abs(loss.derivative(z + nearby * zScale, data.target()[i])
                  - loss.derivative(z - nearby * zScale, data.target()[i]))
                / (2 * nearby);
        for (Eigen::Index j = 0; j < theta.size(); ++j) {
            const long double x = j < n ? static_cast<long double>(data.features()(i, j)) : 1;
            sum.gradient[static_cast<std::size_t>(j)] += d * x;
            sum.scale[static_cast<std::size_t>(j)] += dScale * std::abs(x);
        }
    }
    return sum;
}

} // namespace thalweg
