#pragma once

#include <thalweg/plugin.h>

namespace thalweg {

NodeType compare();
NodeType contour();
NodeType costCurve();
NodeType costHistory();
NodeType fit();
NodeType surface();
NodeType tablePlot();

} // namespace thalweg
