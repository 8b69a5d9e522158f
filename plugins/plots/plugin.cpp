#include "plots.h"

using namespace thalweg;

THALWEG_PLUGIN(compare, contour, costCurve, costHistory, fit, surface, tablePlot)
