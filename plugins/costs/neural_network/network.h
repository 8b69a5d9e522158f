#pragma once

#include "network_kernel.h"

#include <thalweg/objective.h>
#include <thalweg/random.h>

#include <vector>

namespace thalweg {

/// Published schemes for the first weights of a network, whose aim is that signals and gradients keep their size from
/// layer to layer. All have mean 0; biases begin at 0.
enum class Initialisation {
    Glorot, ///< uniform, variance 2 / (inputs + units)
    He, ///< normal, variance 2 / inputs
    LeCun, ///< normal, variance 1 / inputs
};

/// The shape of a fully connected network.
struct Network {
    std::vector<std::size_t> units; ///< of features, of each hidden layer's units, of outputs: at least two numbers
    Activation activation = Activation::Tanh;
    NetworkLoss loss = NetworkLoss::Squared;
    Initialisation initialisation = Initialisation::Glorot;

    Layers layers() const { return { units.data(), units.size() - 1, activation, loss }; }
};

/// `w1[feature:1]`, …, `b1[1]`, …, `w2[1:1]`, … in the order of Layers; a single output has no number of its own
/// (`w2[1]`, `b2`), and where there are classes the outputs bear their names. Throws Error, placed at the port
/// `dataset`, where two would be the same.
QStringList parameterNames(const Network &network, const QStringList &features, const QStringList &outputs);

/// Whether each parameter is a bias.
std::vector<bool> biases(const Network &network);

/// First parameters, drawn by the network's scheme.
Eigen::VectorXd firstParameters(const Network &network, Random &random);

} // namespace thalweg
