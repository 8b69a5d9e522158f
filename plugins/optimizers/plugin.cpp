#include "node_types.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(gradientDescent, momentum, nesterov, adagrad, adadelta, rmsprop, adam, amsgrad, adamw, nadam, radam,
    adamax, rprop, asgd, yogi, adabelief, lion, conjugateGradient, lbfgs, lbfgsB, levenbergMarquardt, proximalGradient,
    schedule)
