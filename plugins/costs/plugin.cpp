#include "node_types.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(formulaCost, leastSquares, absolute, huber, logCosh, quantile, epsilonInsensitive, poisson, logistic,
    hinge, squaredHinge, modifiedHuber, softmax, regularize, weightedSum, testFunction, checkGradientNode)
