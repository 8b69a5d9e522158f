#include "node_types.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(formulaCost, curveFit, leastSquares, absolute, huber, logCosh, quantile, epsilonInsensitive, poisson,
    logistic, hinge, squaredHinge, modifiedHuber, softmax, neuralNetwork, regularize, weightedSum, testFunction,
    checkGradientNode)
