#include "plots.h"

using namespace thalweg;

THALWEG_PLUGIN(compare, confusion, contour, costCurve, costHistory, decisionBoundary, fit, histogram, parametersPlot,
    residuals, roc, surface, sweepPlot, tablePlot)
