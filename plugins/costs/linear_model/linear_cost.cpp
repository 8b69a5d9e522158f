#include "linear_cost.h"

#include "../scratch.h"
#include "chunks.h"
#include "exact_sum.h"
#include "linear_model.h"

#include <thalweg/result.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

QStringList namesOf(const LinearCostContent &content)
{
    QStringList names = content.dataset->featureNames();
    if (!content.hasIntercept)
        return names;
    const QString intercept = QStringLiteral("intercept");
    if (names.contains(intercept))
        throw Error(
            QStringLiteral("has a feature called \"intercept\", which is what the cost calls its own constant term; "
                           "rename the feature, or set intercept to false"))
            .at(QStringLiteral("port dataset"));
    names += intercept;
    return names;
}

} // namespace

LinearCost::LinearCost(LinearCostContent content)
    : Objective(namesOf(content)), content_(std::move(content)),
      paddedRows_(content_.dataset->features(), content_.dataset->target().data()), rows_(paddedRows_.view())
{
    if (dimension() == 0)
        throw Error(QStringLiteral("has no feature, so without an intercept there is nothing to fit"))
            .at(QStringLiteral("port dataset"));
}

double LinearCost::value(ConstVectorRef theta) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), nullptr);
}

double LinearCost::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), gradient.data());
}

double LinearCost::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    const double m = static_cast<double>(rows_.rowCount);
    const double part = static_cast<double>(rows.size()) / m;
    return evaluate(rows.data(), rows.size(), divisor(content_.reduction, m) * part, theta.data(), gradient.data());
}

double LinearCost::evaluate(
    const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const
{
    const std::size_t n = rows_.columnCount;
    const std::size_t padded = Kernel::padded(n);
    const std::size_t chunkRows = rowsInChunk(n);
    const std::size_t chunks = chunkCount(count, chunkRows);
    const std::size_t lossPlace = padded + 1; // behind the gradient by w and by b
    const std::size_t stride = padded + 8;
    const Kernel::Sum sum = content_.kernel->*content_.loss;
    const double b = content_.hasIntercept ? theta[n] : 0;
    double cost = 0;
    withScratch(padded + chunks * stride, [&](double *w) {
        std::fill(std::copy_n(theta, n, w), w + padded, 0.);
        double *sums = w + padded;
        const auto evaluateChunk = [&](std::size_t chunk) {
            double *own = sums + chunk * stride;
            const std::size_t first = chunk * chunkRows;
            own[lossPlace] = sum(rows_, order, first, std::min(first + chunkRows, count), w, b, content_.shape,
                gradient ? own : nullptr);
        };
        forEachChunk(chunks, evaluateChunk);
        if (gradient)
            addUp(sums, chunks, stride, lossPlace + 1);
        else
            addUp(sums + lossPlace, chunks, stride, 1);
        if (gradient) {
            for (std::size_t j = 0; j < n; ++j)
                gradient[j] = sums[j] / scale;
            if (content_.hasIntercept)
                gradient[n] = sums[padded] / scale;
        }
        cost = sums[lossPlace] / scale;
    });
    return cost;
}

void LinearCost::prefetch(std::span<const Eigen::Index> rows) const
{
    for (const Eigen::Index row : rows)
        prefetchRow(rows_, row);
}

std::shared_ptr<const Model> LinearCost::model(ConstVectorRef theta) const
{
    return std::make_shared<LinearModel>(LinearModelContent { .parameterNames = parameterNames(),
        .theta = theta,
        .featureNames = content_.dataset->featureNames(),
        .targetName = content_.dataset->targetName(),
        .classes = content_.classes,
        .scaling = content_.dataset->scaling(),
        .link = content_.link,
        .kernel = content_.kernel });
}

const Residuals *LinearCost::residuals() const
{
    return content_.loss == &Kernel::squared ? this : nullptr;
}

double LinearCost::residualScale() const
{
    return 1 / divisor(content_.reduction, static_cast<double>(rows_.rowCount));
}

void LinearCost::evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const
{
    const std::size_t n = rows_.columnCount;
    const std::size_t chunkRows = rowsInChunk(n);
    forEachChunk(chunkCount(rows_.rowCount, chunkRows), [&](std::size_t chunk) {
        const std::size_t last = std::min((chunk + 1) * chunkRows, rows_.rowCount);
        for (std::size_t i = chunk * chunkRows; i < last; ++i) {
            ExactSum sum;
            for (std::size_t j = 0; j < n; ++j)
                sum.addProduct(theta.data()[j], rows_.x[i * n + j]);
            if (content_.hasIntercept)
                sum.add(theta.data()[n]);
            sum.add(-rows_.y[i]);
            residuals.data()[i] = sum.value();
        }
    });
}

void LinearCost::evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const
{
    evaluateResiduals(theta, residuals);
    const Matrix &x = content_.dataset->features();
    derivatives.leftCols(x.cols()) = x;
    if (content_.hasIntercept)
        derivatives.rightCols(1).setOnes();
}

QString LinearCost::warning(ConstVectorRef theta) const
{
    if (content_.link == Link::Exponential && content_.dataset->target().isZero(0))
        return QStringLiteral("Every count is 0, so the cost has no minimum: it goes on falling as the mean nears 0.");
    if (content_.link != Link::Logistic)
        return {};
    constexpr std::size_t block = 256;
    bool isSeparated = true;
    withScratch(Kernel::padded(rows_.columnCount) + block, [&](double *z) {
        double *w = z + block;
        std::fill(std::copy_n(theta.data(), rows_.columnCount, w), w + Kernel::padded(rows_.columnCount), 0.);
        const double b = content_.hasIntercept ? theta[dimension() - 1] : 0;
        for (std::size_t first = 0; isSeparated && first < rows_.rowCount; first += block) {
            const std::size_t last = std::min(first + block, rows_.rowCount);
            content_.kernel->linear(rows_, first, last, w, b, z);
            for (std::size_t i = first; i < last; ++i)
                isSeparated = isSeparated && (rows_.y[i] > 0.5 ? z[i - first] > 0 : z[i - first] < 0);
        }
    });
    if (!isSeparated)
        return {};
    return QStringLiteral(
        "The parameters separate the classes without an error, so the cost has no minimum: it goes on "
        "falling as they grow. A penalty on them gives it one.");
}

} // namespace thalweg
