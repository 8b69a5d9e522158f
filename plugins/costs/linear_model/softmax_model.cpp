#include "softmax_model.h"

#include "padded_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace thalweg {

void spreadByClass(const double *theta, std::size_t features, std::size_t classes, bool hasIntercept, double *w)
{
    const std::size_t stride = Kernel::stride(features);
    std::fill(w, w + classes * stride, 0.);
    for (std::size_t j = 0; j < features; ++j)
        for (std::size_t c = 0; c < classes; ++c)
            w[c * stride + j] = theta[j * classes + c];
    if (hasIntercept)
        for (std::size_t c = 0; c < classes; ++c)
            w[c * stride + Kernel::padded(features)] = theta[features * classes + c];
}

Eigen::VectorXd likeliestClasses(const Matrix &shares)
{
    Eigen::VectorXd classes(shares.rows());
    for (Eigen::Index i = 0; i < shares.rows(); ++i) {
        Eigen::Index likeliest = 0;
        shares.row(i).maxCoeff(&likeliest);
        classes[i]
            = shares.row(i).allFinite() ? static_cast<double>(likeliest) : std::numeric_limits<double>::quiet_NaN();
    }
    return classes;
}

Matrix SoftmaxModel::probabilities(const Matrix &features) const
{
    const auto n = static_cast<std::size_t>(content_.featureNames.size());
    const auto classes = static_cast<std::size_t>(content_.classes.size());
    if (static_cast<std::size_t>(features.cols()) != n)
        throw std::logic_error("a model was given another number of features than it was fitted to");
    const bool hasIntercept = static_cast<std::size_t>(content_.theta.size()) > n * classes;
    const std::size_t stride = Kernel::stride(n);
    std::vector<double> w(classes * stride);
    spreadByClass(content_.theta.data(), n, classes, hasIntercept, w.data());

    constexpr std::size_t block = Kernel::mostRowsInTile;
    std::vector<double> z(classes * block);
    const auto rows = static_cast<std::size_t>(features.rows());
    const PaddedRows paddedRows(features, nullptr);
    Matrix found(features.rows(), content_.classes.size());
    for (std::size_t first = 0; first < rows; first += block) {
        const std::size_t last = std::min(first + block, rows);
        for (std::size_t c = 0; c < classes; ++c)
            content_.kernel->linear(paddedRows.view(), first, last, w.data() + c * stride,
                w[c * stride + Kernel::padded(n)], z.data() + c * block);
        content_.kernel->shares(z.data(), classes);
        for (std::size_t i = first; i < last; ++i)
            for (std::size_t c = 0; c < classes; ++c)
                found(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)) = z[c * block + i - first];
    }
    return found;
}

Eigen::VectorXd SoftmaxModel::predict(const Matrix &features) const
{
    const Matrix shares = probabilities(features);
    return shares.cols() == 2 ? Eigen::VectorXd(shares.col(1)) : likeliestClasses(shares);
}

} // namespace thalweg
