// In the vectors that every processor of the family has, so the bits are the same on all.
#define THALWEG_VECTOR 2
#include "../linear_model/regression_losses.h"

#include "row_losses.h"

#include <algorithm>

namespace thalweg {

namespace {

template <class Loss>
void ofRows(
    const double *predicted, const double *target, double shape, std::size_t count, double *value, double *derivative)
{
    const Lanes shapes = broadcast(shape);
    for (std::size_t k = 0; k < count; k += 8) {
        const Losses losses = Loss::of(load(predicted + k), load(target + k), shapes);
        store(losses.value, value + k);
        store(losses.derivative, derivative + k);
    }
}

constexpr RowLoss all[] = {
    { "squared", nullptr, ofRows<SquaredLoss> },
    { "absolute", nullptr, ofRows<AbsoluteLoss> },
    { "huber", "delta", ofRows<HuberLoss> },
    { "log-cosh", nullptr, ofRows<LogCoshLoss> },
    { "quantile", "tau", ofRows<QuantileLoss> },
    { "epsilon-insensitive", "epsilon", ofRows<EpsilonInsensitiveLoss> },
};

} // namespace

const RowLoss &rowLoss(const QString &name)
{
    return *std::ranges::find_if(all, [&name](const RowLoss &loss) { return name == QLatin1String(loss.name); });
}

QStringList rowLossNames()
{
    QStringList names;
    for (const RowLoss &loss : all)
        names += QLatin1String(loss.name);
    return names;
}

} // namespace thalweg
