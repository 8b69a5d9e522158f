#include "formula_cost.h"
#include "least_squares.h"
#include "logistic.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(formulaCost, leastSquares, logistic)
