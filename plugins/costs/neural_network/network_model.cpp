#include "network_model.h"

#include "../linear_model/padded_rows.h"
#include "../linear_model/softmax_model.h"

#include <algorithm>
#include <stdexcept>

namespace thalweg {

Matrix NetworkModel::outputs(const Matrix &features) const
{
    if (features.cols() != content_.featureNames.size())
        throw std::logic_error("a model was given another number of features than it was fitted to");
    constexpr std::size_t tile = Kernel::mostRowsInTile;
    const Layers layers = content_.network.layers();
    const std::size_t count = layers.units[layers.count];
    const NetworkKernel &kernel = networkKernel(*content_.kernel);
    const auto rows = static_cast<std::size_t>(features.rows());
    const PaddedRows paddedRows(features, nullptr);
    std::vector<double> room(roomSize(layers));
    Matrix found(features.rows(), static_cast<Eigen::Index>(count));
    for (std::size_t first = 0; first < rows; first += tile) {
        const std::size_t size = std::min(tile, rows - first);
        double *z = kernel.outputs(layers, paddedRows.view(), first, size, content_.theta.data(), room.data());
        if (layers.loss == NetworkLoss::Logistic)
            content_.kernel->probabilities(z, size);
        else if (layers.loss == NetworkLoss::Softmax)
            content_.kernel->shares(z, count);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t o = 0; o < count; ++o)
                found(static_cast<Eigen::Index>(first + i), static_cast<Eigen::Index>(o)) = z[o * tile + i];
    }
    return found;
}

Matrix NetworkModel::probabilities(const Matrix &features) const
{
    return content_.network.loss == NetworkLoss::Softmax ? outputs(features) : Model::probabilities(features);
}

Eigen::VectorXd NetworkModel::predict(const Matrix &features) const
{
    const Matrix found = outputs(features);
    return content_.network.loss == NetworkLoss::Softmax ? likeliestClasses(found) : Eigen::VectorXd(found.col(0));
}

} // namespace thalweg
