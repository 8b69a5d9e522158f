#pragma once

#include <thalweg/plugin.h>

namespace thalweg {

NodeType compare();
NodeType confusion();
NodeType contour();
NodeType costCurve();
NodeType costHistory();
NodeType decisionBoundary();
NodeType fit();
NodeType histogram();
NodeType parametersPlot();
NodeType residuals();
NodeType roc();
NodeType surface();
NodeType sweepPlot();
NodeType tablePlot();

} // namespace thalweg
