#include "linear_model.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace thalweg {

Eigen::VectorXd LinearModel::predict(const Matrix &features) const
{
    const Eigen::Index n = content_.featureNames.size();
    if (features.cols() != n)
        throw std::logic_error("a model was given another number of features than it was fitted to");
    Eigen::VectorXd w = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(Kernel::padded(static_cast<std::size_t>(n))));
    w.head(n) = content_.theta.head(n);
    const double b = content_.theta.size() > n ? content_.theta[n] : 0;
    const auto rows = static_cast<std::size_t>(features.rows());
    Eigen::VectorXd predicted(features.rows());
    const PaddedRows paddedRows(features, nullptr);
    content_.kernel->linear(paddedRows.view(), 0, rows, w.data(), b, predicted.data());
    switch (content_.link) {
    case Link::Identity:
        break;
    case Link::Exponential:
        content_.kernel->exponentials(predicted.data(), rows);
        break;
    case Link::Logistic:
        content_.kernel->probabilities(predicted.data(), rows);
        break;
    case Link::Clipped:
        for (double &z : predicted)
            z = (std::clamp(z, -1., 1.) + 1) / 2;
        break;
    case Link::Sign:
        for (double &z : predicted)
            if (!std::isnan(z))
                z = z > 0;
        break;
    }
    return predicted;
}

Matrix LinearModel::probabilities(const Matrix &features) const
{
    return content_.link == Link::Sign ? Matrix(features.rows(), 0) : Model::probabilities(features);
}

} // namespace thalweg
