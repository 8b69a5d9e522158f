#include "network_cost.h"

#include "../scratch.h"
#include "network_model.h"

#include <algorithm>

namespace thalweg {

namespace {

/// At most so many, as each keeps a gradient.
constexpr std::size_t mostChunks = 64;

std::size_t chunkRowsOf(std::size_t rows, std::size_t parameters)
{
    constexpr std::size_t tile = Kernel::mostRowsInTile;
    const std::size_t needed = std::max(rowsInChunk(parameters, tile), (rows + mostChunks - 1) / mostChunks);
    return (needed + tile - 1) / tile * tile;
}

} // namespace

NetworkCost::NetworkCost(NetworkCostContent content)
    : Objective(thalweg::parameterNames(content.network, content.dataset->featureNames(), content.classes)),
      content_(std::move(content)), biases_(biases(content_.network)),
      paddedRows_(content_.dataset->features(), content_.dataset->target().data()), rows_(paddedRows_.view())
{
}

double NetworkCost::value(ConstVectorRef theta) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), nullptr);
}

double NetworkCost::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    return evaluate(nullptr, rows_.rowCount, divisor(content_.reduction, static_cast<double>(rows_.rowCount)),
        theta.data(), gradient.data());
}

double NetworkCost::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    const double m = static_cast<double>(rows_.rowCount);
    const double part = static_cast<double>(rows.size()) / m;
    return evaluate(rows.data(), rows.size(), divisor(content_.reduction, m) * part, theta.data(), gradient.data());
}

double NetworkCost::evaluate(
    const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const
{
    const Layers layers = content_.network.layers();
    const NetworkKernel &kernel = networkKernel(*content_.kernel);
    const auto n = static_cast<std::size_t>(dimension());
    const std::size_t chunkRows = chunkRowsOf(count, n);
    const std::size_t chunks = chunkCount(count, chunkRows);
    const std::size_t stride = gradient ? n + 1 : 1; // the loss, and the gradient
    double cost = 0;
    withScratch(chunks * stride, [&](double *sums) {
        forEachChunk(chunks, [&](std::size_t chunk) {
            double *own = sums + chunk * stride;
            const std::size_t first = chunk * chunkRows;
            withScratch(roomSize(layers), [&](double *room) {
                own[0] = kernel.sum(layers, rows_, order, first, std::min(first + chunkRows, count), theta, room,
                    gradient ? own + 1 : nullptr);
            });
        });
        addUp(sums, chunks, stride, stride);
        for (std::size_t j = 0; gradient && j < n; ++j)
            gradient[j] = sums[j + 1] / scale;
        cost = sums[0] / scale;
    });
    return cost;
}

void NetworkCost::prefetch(std::span<const Eigen::Index> rows) const
{
    for (const Eigen::Index row : rows)
        prefetchRow(rows_, row);
}

std::shared_ptr<const Model> NetworkCost::model(ConstVectorRef theta) const
{
    return std::make_shared<NetworkModel>(NetworkModelContent { .parameterNames = parameterNames(),
        .theta = theta,
        .network = content_.network,
        .featureNames = content_.dataset->featureNames(),
        .targetName = content_.dataset->targetName(),
        .classes = content_.classes,
        .scaling = content_.dataset->scaling(),
        .kernel = content_.kernel });
}

QString NetworkCost::warning(ConstVectorRef theta) const
{
    if (content_.classes.isEmpty())
        return {};
    const Matrix shares = model(theta)->probabilities(content_.dataset->features());
    for (Eigen::Index i = 0; i < shares.rows(); ++i) {
        const auto own = static_cast<Eigen::Index>(content_.dataset->target()[i]);
        for (Eigen::Index c = 0; c < shares.cols(); ++c)
            if (c != own && !(shares(i, c) < shares(i, own)))
                return {};
    }
    return QStringLiteral("The network separates the classes without an error, so the cost has no minimum: it goes on "
                          "falling as the weights grow. A penalty on them gives it one.");
}

std::optional<Eigen::VectorXd> NetworkCost::suggestedStart(Random &random) const
{
    if (content_.network.layers().count == 1)
        return std::nullopt;
    return firstParameters(content_.network, random);
}

bool NetworkCost::isIntercept(Eigen::Index parameter) const
{
    return biases_[static_cast<std::size_t>(parameter)];
}

} // namespace thalweg
