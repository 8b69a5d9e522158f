#include "softmax_cost.h"

#include "../scratch.h"
#include "softmax_model.h"

#include <thalweg/result.h>

#include <QSet>

namespace thalweg {

namespace {

QStringList namesOf(const SoftmaxCostContent &content)
{
    QStringList sources = content.dataset->featureNames();
    if (content.hasIntercept)
        sources += QStringLiteral("intercept");
    QStringList names;
    QSet<QString> seen;
    for (const QString &source : sources)
        for (const QString &name : content.classes) {
            names += source + QLatin1Char(':') + name;
            if (seen.contains(names.back()))
                throw Error(QStringLiteral("would give two parameters the name \"%1\"; rename a feature or a class")
                                .arg(names.back()))
                    .at(QStringLiteral("port dataset"));
            seen.insert(names.back());
        }
    return names;
}

} // namespace

SoftmaxCost::SoftmaxCost(SoftmaxCostContent content)
    : Objective(namesOf(content)), content_(std::move(content)),
      paddedRows_(content_.dataset->features(), content_.dataset->target().data()), rows_(paddedRows_.view())
{
    if (dimension() == 0)
        throw Error(QStringLiteral("has no feature, so without an intercept there is nothing to fit"))
            .at(QStringLiteral("port dataset"));
}

double SoftmaxCost::value(ConstVectorRef theta) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), nullptr);
}

double SoftmaxCost::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), gradient.data());
}

double SoftmaxCost::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    const double m = static_cast<double>(rows_.rowCount);
    const double part = static_cast<double>(rows.size()) / m;
    return evaluate(rows.data(), rows.size(), divisor(content_.reduction, m) * part, theta.data(), gradient.data());
}

double SoftmaxCost::evaluate(
    const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const
{
    const std::size_t n = rows_.columnCount;
    const auto classes = static_cast<std::size_t>(content_.classes.size());
    const std::size_t classStride = Kernel::stride(n);
    const std::size_t lossPlace = classes * classStride;
    const std::size_t chunkRows = rowsInChunk(n, 64 * classes);
    const std::size_t chunks = chunkCount(count, chunkRows);
    const std::size_t room = classes * Kernel::mostRowsInTile;
    const std::size_t stride = lossPlace + 8 + room; // the gradient, the loss, and the room for z
    double cost = 0;
    withScratch(lossPlace + chunks * stride, [&](double *w) {
        spreadByClass(theta, n, classes, content_.hasIntercept, w);
        double *sums = w + lossPlace;
        forEachChunk(chunks, [&](std::size_t chunk) {
            double *own = sums + chunk * stride;
            const std::size_t first = chunk * chunkRows;
            own[lossPlace] = content_.kernel->softmax(rows_, order, first, std::min(first + chunkRows, count), w,
                classes, own + lossPlace + 8, gradient ? own : nullptr);
        });
        if (gradient)
            addUp(sums, chunks, stride, lossPlace + 1);
        else
            addUp(sums + lossPlace, chunks, stride, 1);
        if (gradient)
            for (std::size_t c = 0; c < classes; ++c) {
                const double *own = sums + c * classStride;
                for (std::size_t j = 0; j < n; ++j)
                    gradient[j * classes + c] = own[j] / scale;
                if (content_.hasIntercept)
                    gradient[n * classes + c] = own[Kernel::padded(n)] / scale;
            }
        cost = sums[lossPlace] / scale;
    });
    return cost;
}

void SoftmaxCost::prefetch(std::span<const Eigen::Index> rows) const
{
    for (const Eigen::Index row : rows)
        prefetchRow(rows_, row);
}

std::shared_ptr<const Model> SoftmaxCost::model(ConstVectorRef theta) const
{
    return std::make_shared<SoftmaxModel>(SoftmaxModelContent { .parameterNames = parameterNames(),
        .theta = theta,
        .featureNames = content_.dataset->featureNames(),
        .targetName = content_.dataset->targetName(),
        .classes = content_.classes,
        .scaling = content_.dataset->scaling(),
        .kernel = content_.kernel });
}

QString SoftmaxCost::warning(ConstVectorRef theta) const
{
    const Matrix shares = model(theta)->probabilities(content_.dataset->features());
    for (Eigen::Index i = 0; i < shares.rows(); ++i) {
        const auto own = static_cast<Eigen::Index>(content_.dataset->target()[i]);
        for (Eigen::Index c = 0; c < shares.cols(); ++c)
            if (c != own && !(shares(i, c) < shares(i, own)))
                return {};
    }
    return QStringLiteral(
        "The parameters separate the classes without an error, so the cost has no minimum: it goes on "
        "falling as they grow. A penalty on them gives it one.");
}

} // namespace thalweg
