#include "statistics.h"

namespace thalweg {

namespace {

template <class Visit> void forEachRow(const Matrix &features, RunContext &context, const Visit &visit)
{
    for (Eigen::Index i = 0; i < features.rows(); ++i) {
        if (i % 4096 == 0)
            checkStop(context);
        visit(features.row(i).transpose());
    }
}

} // namespace

Statistics statisticsOf(const Matrix &features, RunContext &context)
{
    const double rows = static_cast<double>(features.rows());
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(features.cols());
    Eigen::VectorXd lowest = features.row(0).transpose();
    Eigen::VectorXd highest = lowest;
    forEachRow(features, context, [&](const auto &row) {
        sum += row;
        lowest = lowest.cwiseMin(row);
        highest = highest.cwiseMax(row);
    });
    Eigen::VectorXd mean = sum / rows;

    // In units of the range, so that no square leaves the range of doubles.
    const Eigen::VectorXd range = (highest - lowest).unaryExpr([](double r) { return r > 0 ? r : 1.0; });
    Eigen::VectorXd squares = Eigen::VectorXd::Zero(features.cols());
    sum.setZero();
    forEachRow(features, context, [&](const auto &row) {
        sum += row - mean;
        squares += ((row - mean).array() / range.array()).square().matrix();
    });
    const Eigen::VectorXd correction = sum / rows;
    mean += correction;
    const Eigen::ArrayXd variance = squares.array() / rows - (correction.array() / range.array()).square();
    const Eigen::ArrayXd deviation = variance.max(0.0).sqrt() * range.array();
    return { mean, (lowest.array() == highest.array()).select(0.0, deviation) };
}

} // namespace thalweg
