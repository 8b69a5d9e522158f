#pragma once

#include "graph/graph.h"
#include "gui/run/run_board.h"
#include "gui/theme/theme.h"

#include <thalweg/node_types.h>

#include <QByteArray>

namespace thalweg {

enum class CanvasFormat { Png, Svg };

/// How a picture of a workflow is to look.
struct CanvasPicture {
    CanvasFormat format = CanvasFormat::Png;
    Theme theme = thalweg::theme();
    double scale = 2; ///< pixels a canvas unit, in PNG
    double margin = 24; ///< around the workflow, in canvas units
    bool background = true; ///< paint the canvas's colour; if not, it stays clear
};

/// The whole workflow as a picture, without a view. Where `runs` is given, with the states that it knows. PNGs are at
/// most 16,384 pixels a side; `scale` is lowered where they would not be. Needs a QApplication; GUI thread.
QByteArray renderCanvas(
    const Graph &graph, const NodeTypes &types, const CanvasPicture &picture = {}, const RunBoard *runs = nullptr);

} // namespace thalweg
