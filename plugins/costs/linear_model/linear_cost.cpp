#include "linear_cost.h"

#include "../scratch.h"
#include "linear_model.h"

#include <thalweg/parallel.h>
#include <thalweg/result.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

/// Rows in a chunk: half a megabyte of X, and so many that the chunk's own gradient is small beside it.
std::size_t rowsInChunk(std::size_t columnCount)
{
    const std::size_t fitting = 65536 / std::max<std::size_t>(columnCount, 1);
    return std::max<std::size_t>(fitting, 64) / 8 * 8;
}

/// Adds up the first `width` numbers of `count` runs, which lie `stride` apart, into the first run: in pairs, pairs of
/// pairs, …
void addUp(double *runs, std::size_t count, std::size_t stride, std::size_t width)
{
    constexpr std::size_t blockWidth = 256;
    const auto addBlock = [=](std::size_t block) {
        const std::size_t begin = block * blockWidth;
        const std::size_t end = std::min(begin + blockWidth, width);
        for (std::size_t step = 1; step < count; step *= 2)
            for (std::size_t i = 0; i + step < count; i += 2 * step)
                for (std::size_t j = begin; j < end; ++j)
                    runs[i * stride + j] += runs[(i + step) * stride + j];
    };
    if (width <= blockWidth)
        addBlock(0);
    else
        parallelFor((width + blockWidth - 1) / blockWidth, addBlock);
}

double divisor(Reduction reduction, double rows)
{
    switch (reduction) {
    case Reduction::Mean:
        return rows;
    case Reduction::HalfMean:
        return 2 * rows;
    case Reduction::Sum:
        return 1;
    case Reduction::HalfSum:
        break;
    }
    return 2;
}

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
    const std::size_t chunks = std::max<std::size_t>((count + chunkRows - 1) / chunkRows, 1);
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
            own[lossPlace]
                = sum(rows_, order, first, std::min(first + chunkRows, count), w, b, gradient ? own : nullptr);
        };
        if (chunks == 1) {
            evaluateChunk(0);
        } else {
            parallelFor(chunks, evaluateChunk);
            if (gradient)
                addUp(sums, chunks, stride, lossPlace + 1);
            else
                addUp(sums + lossPlace, chunks, stride, 1);
        }
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

QString LinearCost::warning(ConstVectorRef theta) const
{
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

void checkTarget(const Dataset &dataset)
{
    const auto fail = [](const QString &message) { throw Error(message).at(QStringLiteral("port dataset")); };
    if (dataset.rowCount() == 0)
        fail(QStringLiteral("has no rows; a cost needs at least one"));
    if (!dataset.hasTarget())
        fail(QStringLiteral("has no target; name its column in tables.dataset"));
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        if (!std::isfinite(dataset.target()[i]))
            fail(QStringLiteral("target %1 has no number in row %2; leave out such rows first")
                     .arg(dataset.targetName())
                     .arg(i + 1));
}

} // namespace thalweg
