#include "node_types.h"

#include <thalweg/plugin.h>

using namespace thalweg;

THALWEG_PLUGIN(gradientDescent, momentum, adam)
