#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

/// The cost functions of this plugin, each in the file of its name.
NodeType formulaCost(); ///< `costs.formula`
NodeType curveFit(); ///< `costs.curve-fit`

// linear models of a number
NodeType leastSquares(); ///< `costs.least-squares`
NodeType absolute(); ///< `costs.absolute`
NodeType huber(); ///< `costs.huber`
NodeType logCosh(); ///< `costs.log-cosh`
NodeType quantile(); ///< `costs.quantile`
NodeType epsilonInsensitive(); ///< `costs.epsilon-insensitive`
NodeType poisson(); ///< `costs.poisson`

// linear models of classes
NodeType logistic(); ///< `costs.logistic`
NodeType hinge(); ///< `costs.hinge`
NodeType squaredHinge(); ///< `costs.squared-hinge`
NodeType modifiedHuber(); ///< `costs.modified-huber`
NodeType softmax(); ///< `costs.softmax`

NodeType neuralNetwork(); ///< `costs.neural-network`

// made of other costs
NodeType regularize(); ///< `costs.regularize`
NodeType weightedSum(); ///< `costs.sum`

// functions to try optimizers on
NodeType testFunction(); ///< `costs.test-function`

NodeType checkGradientNode(); ///< `costs.check-gradient`

} // namespace thalweg
