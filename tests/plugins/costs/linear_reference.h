#pragma once

#include <thalweg/dataset.h>
#include <thalweg/random.h>

#include <cmath>
#include <functional>

namespace thalweg {

/// Rows of normal numbers; the target is normal, too, or where `isBinary` one of 0 and 1.
inline std::shared_ptr<const Dataset> randomDataset(
    Eigen::Index rows, Eigen::Index features, bool isBinary, std::uint64_t seed = 1)
{
    Random random(seed);
    DatasetContent content;
    content.features.resize(rows, features);
    content.target.resize(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < features; ++j)
            content.features(i, j) = random.normal();
        content.target[i] = isBinary ? static_cast<double>(random.below(2)) : random.normal();
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

inline ReferenceLoss squaredReference()
{
    return { [](long double z, long double y) { return (z - y) * (z - y); },
        [](long double z, long double y) { return 2 * (z - y); } };
}

/// -y log p - (1 - y) log(1 - p), p = 1 / (1 + exp(-z))
inline ReferenceLoss logisticReference()
{
    return { [](long double z, long double y) { return std::log1p(std::exp(y > 0 ? -z : z)); },
        [](long double z, long double y) { return y > 0 ? -1 / (1 + std::exp(z)) : 1 / (1 + std::exp(-z)); } };
}

/// Σ over `rows` of the loss and its gradient, plainly in long double; `scale` is the sum of absolute values of what is
/// added up, which bounds the rounding error of doing so in double.
struct ReferenceSum {
    long double value = 0;
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
        for (Eigen::Index j = 0; j < n; ++j)
            z += static_cast<long double>(data.features()(i, j)) * theta[j];
        sum.value += loss.value(z, data.target()[i]);
        const long double d = loss.derivative(z, data.target()[i]);
        for (Eigen::Index j = 0; j < theta.size(); ++j) {
            const long double term = d * (j < n ? static_cast<long double>(data.features()(i, j)) : 1);
            sum.gradient[static_cast<std::size_t>(j)] += term;
            sum.scale[static_cast<std::size_t>(j)] += std::abs(term);
        }
    }
    return sum;
}

} // namespace thalweg
