#include "linear_model.h"

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
    if (content_.link == Link::Logistic)
        content_.kernel->probabilities(predicted.data(), rows);
    return predicted;
}

} // namespace thalweg
