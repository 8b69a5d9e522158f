#pragma once

#include "../linear_model/kernel.h"

namespace thalweg {

/// What becomes of the weighted sum z of a hidden unit.
enum class Activation { Tanh, Sigmoid, Relu, LeakyRelu, Elu, Softplus, Identity };

/// What the outputs of a row cost.
enum class NetworkLoss {
    Squared, ///< (z - y)² of one output
    Logistic, ///< log(1 + exp(-s z)) of one output, s = ±1 for the second and the first class
    Softmax, ///< log Σ exp(z) - z of the class y, an output a class
};

/// The shape of a fully connected network as a kernel reads it.
///
/// Its parameters stand layer after layer: for each input of the layer the weights to all its units, then the units'
/// biases.
struct Layers {
    const std::size_t *units; ///< count + 1 numbers: of features, of each hidden layer's units, of outputs
    std::size_t count; ///< of layers, with the output layer: at least 1
    Activation activation; ///< of the hidden units
    NetworkLoss loss;
};

/// Static, as the kernels compile it for instruction sets that not every processor has.
static inline std::size_t parameterCount(const Layers &layers)
{
    std::size_t count = 0;
    for (std::size_t l = 0; l < layers.count; ++l)
        count += (layers.units[l] + 1) * layers.units[l + 1];
    return count;
}

/// Numbers of room that a kernel needs: value and slope of each unit for a tile of rows.
static inline std::size_t roomSize(const Layers &layers)
{
    std::size_t units = 0;
    for (std::size_t l = 0; l <= layers.count; ++l)
        units += layers.units[l];
    return 2 * units * Kernel::mostRowsInTile;
}

/// Forward and backward through a network, for one instruction set. All give the same bits: eight rows stand side by
/// side in vectors, so that a unit sums up its inputs in their order; lane i of a sum over rows takes the rows i,
/// i + 8, … of a tile, and tiles follow one another.
struct NetworkKernel {
    /// Rows first … last-1 (of `order` where that is not null, else of the data): the sum of their losses. Writes the
    /// sum of the losses' derivatives by the parameters into `gradient`; a null `gradient` asks for the losses alone.
    double (*sum)(const Layers &layers, const RowsView &rows, const std::ptrdiff_t *order, std::size_t first,
        std::size_t last, const double *theta, double *room, double *gradient);

    /// The outputs of `count` rows from `first` on, at most Kernel::mostRowsInTile: output k of row first + i at
    /// [k * Kernel::mostRowsInTile + i] of what is returned, which stands in `room`.
    double *(*outputs)(const Layers &layers, const RowsView &rows, std::size_t first, std::size_t count,
        const double *theta, double *room);
};

/// That of the same instruction set as `kernel`.
const NetworkKernel &networkKernel(const Kernel &kernel);

extern const NetworkKernel baselineNetworkKernel;
#ifdef THALWEG_X86_KERNELS
extern const NetworkKernel avx2NetworkKernel;
extern const NetworkKernel avx512NetworkKernel;
#endif

} // namespace thalweg
