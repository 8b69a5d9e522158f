#include "slice.h"

#include <thalweg/parallel.h>

namespace thalweg {

namespace {

/// `place(i, θ)` moves θ, which starts as `base`, to point i.
template <class Place>
std::vector<double> evaluate(
    const Objective &objective, const Eigen::VectorXd &base, std::size_t count, RunContext &context, const Place &place)
{
    std::vector<double> values(count);
    // A handful of points a task: an evaluation may take a microsecond or a second.
    constexpr std::size_t block = 8;
    parallelFor((count + block - 1) / block, [&](std::size_t task) {
        Eigen::VectorXd theta = base;
        for (std::size_t i = task * block; i < std::min(count, (task + 1) * block); ++i) {
            checkStop(context);
            place(i, theta);
            values[i] = objective.value(theta);
        }
    });
    return values;
}

Eigen::Index signedIndex(std::size_t i)
{
    return static_cast<Eigen::Index>(i);
}

} // namespace

std::vector<double> evaluateLine(const Objective &objective, const Eigen::VectorXd &base, Eigen::Index x,
    const std::vector<double> &xs, RunContext &context)
{
    return evaluate(
        objective, base, xs.size(), context, [&](std::size_t i, Eigen::VectorXd &theta) { theta[x] = xs[i]; });
}

std::vector<double> evaluateGrid(const Objective &objective, const Eigen::VectorXd &base, Eigen::Index x,
    const std::vector<double> &xs, Eigen::Index y, const std::vector<double> &ys, RunContext &context)
{
    return evaluate(objective, base, xs.size() * ys.size(), context, [&](std::size_t i, Eigen::VectorXd &theta) {
        theta[x] = xs[i % xs.size()];
        theta[y] = ys[i / xs.size()];
    });
}

std::vector<double> evaluatePoints(const Objective &objective, const Eigen::MatrixXd &thetas, RunContext &context)
{
    return evaluate(objective, thetas.col(0), static_cast<std::size_t>(thetas.cols()), context,
        [&](std::size_t i, Eigen::VectorXd &theta) { theta = thetas.col(signedIndex(i)); });
}

} // namespace thalweg
