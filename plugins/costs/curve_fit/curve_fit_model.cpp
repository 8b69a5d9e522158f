#include "curve_fit_model.h"

#include <algorithm>
#include <stdexcept>

namespace thalweg {

CurveFitModel::CurveFitModel(CurveFitModelContent content)
    : content_(std::move(content)), scaling_(static_cast<std::size_t>(content_.columnNames.size()))
{
}

Eigen::VectorXd CurveFitModel::predict(const Matrix &features) const
{
    if (features.cols() != content_.columnNames.size())
        throw std::logic_error("a model was given another number of features than it was fitted to");
    const Eigen::MatrixXd byColumn = features;
    std::vector<const double *> columns;
    for (Eigen::Index j = 0; j < byColumn.cols(); ++j)
        columns.push_back(byColumn.col(j).data());
    Eigen::VectorXd predicted(features.rows());
    std::vector<double> room(content_.tape.roomSize());
    const auto rows = static_cast<std::size_t>(features.rows());
    for (std::size_t first = 0; first < rows; first += content_.tape.mostRows()) {
        const std::size_t count = std::min(content_.tape.mostRows(), rows - first);
        const double *found = content_.tape.forward(content_.theta.data(), columns, nullptr, first, count, room.data());
        std::copy_n(found, count, predicted.data() + first);
    }
    return predicted;
}

} // namespace thalweg
