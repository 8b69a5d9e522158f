#pragma once

#include "../linear_model/softmax_code.h"
#include "activations.h"
#include "network_kernel.h"

// The network's kernel for the instruction set that the including file is compiled for: see lanes.h. What a unit has
// for the rows of a tile is one run of mostRowsInTile numbers, whole vectors of which are computed.
namespace thalweg {
namespace {

constexpr std::size_t run = mostRowsInTile;

/// A sum Σᵢ w[i * byInput + o * byOutput] in[i] + bias[o] for each row and output o; a null `bias` is 0.
struct WeightedSums {
    const double *in;
    std::size_t inputs;
    const double *w;
    std::size_t byInput;
    std::size_t byOutput;
    const double *bias;
};

template <int several>
THALWEG_INLINE void sumUp(const WeightedSums &sums, std::size_t first, std::size_t lanes, double *out)
{
    const double *w = sums.w + first * sums.byOutput;
    for (std::size_t k = 0; k < lanes; k += 8) {
        Lanes sum[several];
#pragma GCC unroll 4
        for (int o = 0; o < several; ++o)
            sum[o] = broadcast(sums.bias ? sums.bias[first + static_cast<std::size_t>(o)] : 0);
        for (std::size_t i = 0; i < sums.inputs; ++i) {
            const Lanes x = load(sums.in + i * run + k);
#pragma GCC unroll 4
            for (int o = 0; o < several; ++o)
                sum[o] = sum[o] + x * broadcast(w[i * sums.byInput + static_cast<std::size_t>(o) * sums.byOutput]);
        }
#pragma GCC unroll 4
        for (int o = 0; o < several; ++o)
            store(sum[o], out + (first + static_cast<std::size_t>(o)) * run + k);
    }
}

void sumUp(const WeightedSums &sums, std::size_t outputs, std::size_t lanes, double *out)
{
    std::size_t o = 0;
    for (; o + together <= outputs; o += together)
        sumUp<together>(sums, o, lanes, out);
    for (; o < outputs; ++o)
        sumUp<1>(sums, o, lanes, out);
}

template <class Function>
THALWEG_INLINE void activate(std::size_t units, std::size_t lanes, double *values, double *slopes)
{
    for (std::size_t u = 0; u < units; ++u)
        for (std::size_t k = u * run; k < u * run + lanes; k += 8) {
            const Activated activated = Function::of(load(values + k));
            store(activated.value, values + k);
            store(activated.slope, slopes + k);
        }
}

void activate(Activation activation, std::size_t units, std::size_t lanes, double *values, double *slopes)
{
    switch (activation) {
    case Activation::Tanh:
        return activate<Tanh>(units, lanes, values, slopes);
    case Activation::Sigmoid:
        return activate<Sigmoid>(units, lanes, values, slopes);
    case Activation::Relu:
        return activate<Relu>(units, lanes, values, slopes);
    case Activation::LeakyRelu:
        return activate<LeakyRelu>(units, lanes, values, slopes);
    case Activation::Elu:
        return activate<Elu>(units, lanes, values, slopes);
    case Activation::Softplus:
        return activate<Softplus>(units, lanes, values, slopes);
    case Activation::Identity:
        return activate<Identity>(units, lanes, values, slopes);
    }
}

/// Where what belongs to the units of a level stands: level 0 has the features, level `count` the outputs.
struct Level {
    double *values;
    double *slopes;
};

THALWEG_INLINE Level levelOf(const Layers &layers, std::size_t level, double *room)
{
    std::size_t before = 0;
    for (std::size_t l = 0; l < level; ++l)
        before += layers.units[l];
    return { room + before * run, room + roomSize(layers) / 2 + before * run };
}

/// From rows to outputs; returns these.
double *forward(const Layers &layers, const double *const *row, std::size_t count, const double *theta, double *room)
{
    const std::size_t lanes = Kernel::padded(count);
    for (std::size_t j = 0; j < layers.units[0]; ++j)
        for (std::size_t k = 0; k < lanes; ++k)
            room[j * run + k] = k < count ? row[k][j] : 0;
    const double *w = theta;
    for (std::size_t l = 0; l < layers.count; ++l) {
        const std::size_t inputs = layers.units[l];
        const std::size_t units = layers.units[l + 1];
        const double *in = levelOf(layers, l, room).values;
        const Level out = levelOf(layers, l + 1, room);
        sumUp({ in, inputs, w, units, 1, w + inputs * units }, units, lanes, out.values);
        if (l + 1 < layers.count)
            activate(layers.activation, units, lanes, out.values, out.slopes);
        w += (inputs + 1) * units;
    }
    return levelOf(layers, layers.count, room).values;
}

template <class Loss> THALWEG_INLINE Lanes lossesOf(double *z, const Lanes &y)
{
    const Losses losses = Loss::of(load(z), y, y);
    store(losses.derivative, z);
    return losses.value;
}

/// The losses of eight rows; the derivatives by the outputs take the outputs' place.
THALWEG_INLINE Lanes lossesOf(const Layers &layers, double *z, const Lanes &y)
{
    switch (layers.loss) {
    case NetworkLoss::Squared:
        return lossesOf<SquaredLoss>(z, y);
    case NetworkLoss::Logistic:
        return lossesOf<LogisticLoss>(z, y);
    case NetworkLoss::Softmax:
        break;
    }
    return softmaxLosses(z, y, layers.units[layers.count]);
}

/// gradient[o] += Σ a d[o] over the rows, for `several` outputs; a null `a` is 1.
template <int several>
THALWEG_INLINE void addProducts(const double *a, const double *d, std::size_t lanes, double *gradient)
{
    Lanes sum[several];
#pragma GCC unroll 4
    for (int o = 0; o < several; ++o)
        sum[o] = broadcast(0);
    for (std::size_t k = 0; k < lanes; k += 8) {
        const Lanes x = a ? load(a + k) : broadcast(1);
#pragma GCC unroll 4
        for (int o = 0; o < several; ++o)
            sum[o] = sum[o] + x * load(d + static_cast<std::size_t>(o) * run + k);
    }
#pragma GCC unroll 4
    for (int o = 0; o < several; ++o)
        gradient[o] += total(sum[o]);
}

void addProducts(const double *a, const double *d, std::size_t units, std::size_t lanes, double *gradient)
{
    std::size_t o = 0;
    for (; o + together <= units; o += together)
        addProducts<together>(a, d + o * run, lanes, gradient + o);
    for (; o < units; ++o)
        addProducts<1>(a, d + o * run, lanes, gradient + o);
}

/// From the derivatives by the outputs, which stand in the place of these, to those by the parameters. The values of a
/// level are needed no more once the weights from it are done: what comes back to it takes their place.
void backward(const Layers &layers, std::size_t lanes, const double *theta, double *room, double *gradient)
{
    const double *d = levelOf(layers, layers.count, room).values;
    std::size_t end = parameterCount(layers);
    for (std::size_t l = layers.count; l-- > 0;) {
        const std::size_t inputs = layers.units[l];
        const std::size_t units = layers.units[l + 1];
        const std::size_t begin = end - (inputs + 1) * units;
        const Level in = levelOf(layers, l, room);
        for (std::size_t j = 0; j < inputs; ++j)
            addProducts(in.values + j * run, d, units, lanes, gradient + begin + j * units);
        addProducts(nullptr, d, units, lanes, gradient + begin + inputs * units);
        if (l == 0)
            break;
        sumUp({ d, units, theta + begin, 1, units, nullptr }, inputs, lanes, in.values);
        for (std::size_t j = 0; j < inputs; ++j)
            for (std::size_t k = j * run; k < j * run + lanes; k += 8)
                store(load(in.values + k) * load(in.slopes + k), in.slopes + k);
        d = in.slopes;
        end = begin;
    }
}

double sumOfNetworkLosses(const Layers &layers, const RowsView &rows, const std::ptrdiff_t *order, std::size_t first,
    std::size_t last, const double *theta, double *room, double *gradient)
{
    const double *row[mostRowsInTile];
    double y[mostRowsInTile];
    Lanes valueSum = broadcast(0);
    if (gradient)
        for (std::size_t j = 0; j < parameterCount(layers); ++j)
            gradient[j] = 0;
    prefetchFirst(rows, order, first, last);
    for (std::size_t start = first; start < last; start += mostRowsInTile) {
        const std::size_t count = last - start < mostRowsInTile ? last - start : mostRowsInTile;
        const std::size_t lanes = Kernel::padded(count);
        readTile(rows, order, start, count, last, row, y);
        double *outputs = forward(layers, row, count, theta, room);
        for (std::size_t k = 0; k < lanes; k += 8) {
            double value[8];
            store(lossesOf(layers, outputs + k, load(y + k)), value);
            for (std::size_t i = count; i < k + 8; ++i)
                value[i - k] = 0;
            valueSum = valueSum + load(value);
        }
        if (!gradient)
            continue;
        for (std::size_t o = 0; o < layers.units[layers.count]; ++o)
            for (std::size_t k = count; k < lanes; ++k)
                outputs[o * run + k] = 0;
        backward(layers, lanes, theta, room, gradient);
    }
    return total(valueSum);
}

double *networkOutputs(
    const Layers &layers, const RowsView &rows, std::size_t first, std::size_t count, const double *theta, double *room)
{
    const double *row[mostRowsInTile];
    for (std::size_t k = 0; k < count; ++k)
        row[k] = rowAt(rows, first + k);
    return forward(layers, row, count, theta, room);
}

/// The kernel of this instruction set.
constexpr NetworkKernel makeNetworkKernel()
{
    return { .sum = sumOfNetworkLosses, .outputs = networkOutputs };
}

} // namespace
} // namespace thalweg
