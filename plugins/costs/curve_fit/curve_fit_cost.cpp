#include "curve_fit_cost.h"

#include "../scratch.h"
#include "curve_fit_model.h"

namespace thalweg {

namespace {

constexpr std::size_t blocksInChunk = 16;

std::vector<const double *> startsOf(const std::vector<std::vector<double>> &columns)
{
    std::vector<const double *> starts;
    for (const std::vector<double> &column : columns)
        starts.push_back(column.data());
    return starts;
}

} // namespace

CurveFitCost::CurveFitCost(CurveFitContent content)
    : Objective(content.tape.parameterNames()), content_(std::move(content)), tape_(content_.tape),
      columns_(startsOf(content_.columns))
{
}

double CurveFitCost::value(ConstVectorRef theta) const
{
    const std::size_t rows = content_.target.size();
    return evaluate(nullptr, rows, divisor(content_.reduction, static_cast<double>(rows)), theta.data(), nullptr);
}

double CurveFitCost::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    const std::size_t rows = content_.target.size();
    return evaluate(
        nullptr, rows, divisor(content_.reduction, static_cast<double>(rows)), theta.data(), gradient.data());
}

double CurveFitCost::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    const auto m = static_cast<double>(content_.target.size());
    const double part = static_cast<double>(rows.size()) / m;
    return evaluate(rows.data(), rows.size(), divisor(content_.reduction, m) * part, theta.data(), gradient.data());
}

std::shared_ptr<const Model> CurveFitCost::model(ConstVectorRef theta) const
{
    return std::make_shared<CurveFitModel>(CurveFitModelContent { .tape = tape_,
        .parameterNames = parameterNames(),
        .theta = theta,
        .columnNames = content_.columnNames,
        .targetName = content_.targetName });
}

const Residuals *CurveFitCost::residuals() const
{
    return content_.loss == &rowLoss(QStringLiteral("squared")) ? this : nullptr;
}

double CurveFitCost::residualScale() const
{
    return 1 / divisor(content_.reduction, static_cast<double>(content_.target.size()));
}

void CurveFitCost::evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const
{
    fillResiduals(theta.data(), residuals.data(), nullptr);
}

void CurveFitCost::evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const
{
    fillResiduals(theta.data(), residuals.data(), derivatives.data());
}

void CurveFitCost::fillResiduals(const double *theta, double *residuals, double *derivatives) const
{
    const std::size_t count = content_.target.size();
    const std::size_t chunkRows = blocksInChunk * tape_.mostRows();
    forEachChunk(chunkCount(count, chunkRows), [&](std::size_t chunk) {
        const std::size_t first = chunk * chunkRows;
        fillChunk(first, std::min(first + chunkRows, count), theta, residuals, derivatives);
    });
}

void CurveFitCost::fillChunk(
    std::size_t first, std::size_t last, const double *theta, double *residuals, double *derivatives) const
{
    const auto n = static_cast<std::size_t>(dimension());
    withScratch(2 * tape_.roomSize(), [&](double *values) {
        for (std::size_t start = first; start < last; start += tape_.mostRows()) {
            const std::size_t count = std::min(tape_.mostRows(), last - start);
            const double *found = tape_.forward(theta, columns_, nullptr, start, count, values);
            for (std::size_t k = 0; k < count; ++k)
                residuals[start + k] = found[k] - content_.target[start + k];
            if (derivatives)
                tape_.rowDerivatives(values, count, values + tape_.roomSize(), derivatives + start * n);
        }
    });
}

double CurveFitCost::evaluate(
    const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const
{
    const auto n = static_cast<std::size_t>(dimension());
    const std::size_t stride = n + 8; // the gradient, and the cost at n
    const std::size_t chunkRows = blocksInChunk * tape_.mostRows();
    const std::size_t chunks = chunkCount(count, chunkRows);
    double cost = 0;
    withScratch(chunks * stride, [&](double *sums) {
        forEachChunk(chunks, [&](std::size_t chunk) {
            double *own = sums + chunk * stride;
            const std::size_t first = chunk * chunkRows;
            std::fill_n(own, n, 0.);
            own[n] = sumChunk(order, first, std::min(first + chunkRows, count), theta, gradient ? own : nullptr);
        });
        addUp(sums, chunks, stride, n + 1);
        for (std::size_t j = 0; gradient && j < n; ++j)
            gradient[j] = sums[j] / scale;
        cost = sums[n] / scale;
    });
    return cost;
}

double CurveFitCost::sumChunk(
    const Eigen::Index *order, std::size_t first, std::size_t last, const double *theta, double *gradient) const
{
    const std::size_t most = tape_.mostRows();
    double lanes[8] = {};
    withScratch(2 * tape_.roomSize(), [&](double *values) {
        double target[64], loss[64], derivative[64], predicted[64];
        for (std::size_t start = first; start < last; start += most) {
            const std::size_t count = std::min(most, last - start);
            const double *found = tape_.forward(theta, columns_, order, start, count, values);
            std::fill_n(predicted, 64, 0.);
            std::fill_n(target, 64, 0.);
            std::copy_n(found, count, predicted);
            for (std::size_t k = 0; k < count; ++k)
                target[k] = content_.target[order ? static_cast<std::size_t>(order[start + k]) : start + k];
            content_.loss->function(predicted, target, content_.shape, count, loss, derivative);
            for (std::size_t k = 0; k < count; ++k)
                lanes[k % 8] += loss[k];
            if (gradient)
                tape_.backward(values, derivative, count, values + tape_.roomSize(), gradient);
        }
    });
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

} // namespace thalweg
