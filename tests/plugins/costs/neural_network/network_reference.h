#pragma once

#include "../linear_reference.h"

#include "neural_network/network_cost.h"

#include <vector>

namespace thalweg {

/// Rows of normal numbers; the target is normal, or, where there are classes, one of `c0` …
inline DatasetContent networkRows(Eigen::Index rows, Eigen::Index features, int classes)
{
    const auto normal = randomDataset(rows, features, RandomTarget::Normal);
    DatasetContent content { .features = normal->features(),
        .target = normal->target(),
        .featureNames = normal->featureNames(),
        .targetName = QStringLiteral("y"),
        .classes = {},
        .scaling = {} };
    Random random(5);
    for (int c = 0; c < classes; ++c)
        content.classes += QStringLiteral("c%1").arg(c);
    if (classes > 0)
        for (double &y : content.target)
            y = static_cast<double>(random.below(static_cast<std::uint64_t>(classes)));
    return content;
}

/// What a network of these hidden layers costs on these rows.
inline NetworkCost networkCost(const DatasetContent &data, const std::vector<std::size_t> &hidden,
    Activation activation = Activation::Tanh, const Kernel &kernel = fastestKernel())
{
    const auto classes = static_cast<std::size_t>(data.classes.size());
    NetworkCostContent content;
    content.dataset = std::make_shared<Dataset>(data);
    content.classes = data.classes;
    content.kernel = &kernel;
    Network &network = content.network;
    network.units = hidden;
    network.units.insert(network.units.begin(), static_cast<std::size_t>(data.features.cols()));
    network.units.push_back(classes > 2 ? classes : 1);
    network.activation = activation;
    network.loss = classes > 2 ? NetworkLoss::Softmax : classes == 2 ? NetworkLoss::Logistic : NetworkLoss::Squared;
    return NetworkCost(std::move(content));
}

struct NetworkReference {
    long double value = 0;
    std::vector<long double> gradient;
    std::vector<long double> outputs; ///< of the last row
};

inline long double activated(Activation activation, long double z)
{
    switch (activation) {
    case Activation::Tanh:
        return std::tanh(z);
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-z));
    case Activation::Relu:
        return z > 0 ? z : 0;
    case Activation::LeakyRelu:
        return z > 0 ? z : 0.01 * z;
    case Activation::Elu:
        return z > 0 ? z : std::expm1(z);
    case Activation::Softplus:
        return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
    case Activation::Identity:
        break;
    }
    return z;
}

inline long double slopeOf(Activation activation, long double z)
{
    switch (activation) {
    case Activation::Tanh:
        return 1 / (std::cosh(z) * std::cosh(z));
    case Activation::Sigmoid:
        return 1 / ((1 + std::exp(-z)) * (1 + std::exp(z)));
    case Activation::Relu:
        return z > 0 ? 1 : 0;
    case Activation::LeakyRelu:
        return z > 0 ? 1 : 0.01;
    case Activation::Elu:
        return z > 0 ? 1 : std::exp(z);
    case Activation::Softplus:
        return 1 / (1 + std::exp(-z));
    case Activation::Identity:
        break;
    }
    return 1;
}

/// The mean loss and its derivatives by θ, row after row in long double.
inline NetworkReference networkReference(const DatasetContent &data, const std::vector<std::size_t> &hidden,
    Activation activation, const Eigen::VectorXd &theta)
{
    using Numbers = std::vector<long double>;
    std::vector<std::size_t> units { static_cast<std::size_t>(data.features.cols()) };
    units.insert(units.end(), hidden.begin(), hidden.end());
    units.push_back(data.classes.size() > 2 ? static_cast<std::size_t>(data.classes.size()) : 1);
    const std::size_t layers = units.size() - 1;
    std::vector<std::size_t> begins { 0 };
    for (std::size_t l = 0; l < layers; ++l)
        begins.push_back(begins[l] + (units[l] + 1) * units[l + 1]);
    const auto at = [&](std::size_t k) { return static_cast<long double>(theta[static_cast<Eigen::Index>(k)]); };

    NetworkReference found;
    found.gradient.resize(begins.back());
    const auto m = static_cast<long double>(data.features.rows());
    for (Eigen::Index row = 0; row < data.features.rows(); ++row) {
        std::vector<Numbers> z(units.size()), a(units.size()), d(units.size());
        for (std::size_t l = 0; l <= layers; ++l) {
            z[l].resize(units[l]);
            a[l].resize(units[l]);
            d[l].resize(units[l]);
        }
        for (std::size_t j = 0; j < units[0]; ++j)
            a[0][j] = data.features(row, static_cast<Eigen::Index>(j));
        for (std::size_t l = 0; l < layers; ++l)
            for (std::size_t u = 0; u < units[l + 1]; ++u) {
                z[l + 1][u] = at(begins[l] + units[l] * units[l + 1] + u);
                for (std::size_t j = 0; j < units[l]; ++j)
                    z[l + 1][u] += at(begins[l] + j * units[l + 1] + u) * a[l][j];
                a[l + 1][u] = l + 1 < layers ? activated(activation, z[l + 1][u]) : z[l + 1][u];
            }

        const Numbers &out = z[layers];
        const auto y = static_cast<long double>(data.target[row]);
        if (data.classes.isEmpty()) {
            found.value += (out[0] - y) * (out[0] - y) / m;
            d[layers][0] = 2 * (out[0] - y) / m;
        } else if (out.size() == 1) {
            const long double s = y > 0 ? 1 : -1;
            found.value += std::log1p(std::exp(-s * out[0])) / m;
            d[layers][0] = -s / (1 + std::exp(s * out[0])) / m;
        } else {
            long double sum = 0;
            for (const long double one : out)
                sum += std::exp(one);
            found.value += (std::log(sum) - out[static_cast<std::size_t>(y)]) / m;
            for (std::size_t c = 0; c < out.size(); ++c)
                d[layers][c] = (std::exp(out[c]) / sum - (c == static_cast<std::size_t>(y) ? 1 : 0)) / m;
        }

        for (std::size_t l = layers; l-- > 0;)
            for (std::size_t u = 0; u < units[l + 1]; ++u) {
                found.gradient[begins[l] + units[l] * units[l + 1] + u] += d[l + 1][u];
                for (std::size_t j = 0; j < units[l]; ++j) {
                    found.gradient[begins[l] + j * units[l + 1] + u] += d[l + 1][u] * a[l][j];
                    d[l][j] += d[l + 1][u] * at(begins[l] + j * units[l + 1] + u) * slopeOf(activation, z[l][j]);
                }
            }
        found.outputs = out;
    }
    return found;
}

} // namespace thalweg
