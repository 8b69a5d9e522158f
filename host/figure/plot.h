#pragma once

#include "figure/layers.h"
#include "figure/style.h"

#include <thalweg/figure.h>

#include <optional>

/// For this library alone, since it brings QCustomPlot in; others have plot_widget.h and render.h.
namespace thalweg {

/// How a plot is filled.
struct PlotOptions {
    FigureStyle style;
    Fonts fonts;
    std::optional<std::int64_t> cursor = {}; ///< the iteration that layers with steps show; empty: the end
    bool hasTitle = true; ///< it is drawn above the plot; false where something around it says it
    bool canMove = false; ///< on a screen, where people pan and zoom, what lies beyond the axes is kept
};

/// A plot with a figure in it. Holds until the plot is filled again or gone.
class FilledPlot {
public:
    FilledPlot(Canvas canvas, std::vector<Layer> moving, QCPLayer *layer)
        : canvas_(std::move(canvas)), moving_(std::move(moving)), layer_(layer)
    {
    }

    const Canvas &canvas() const { return canvas_; }

    /// Draws the layers that follow the steps anew, and nothing else: what lies below and above them has been painted
    /// and is kept. The widget shows it with its next paint event.
    void moveCursor(std::optional<std::int64_t> cursor) const;

private:
    Canvas canvas_; ///< without its legend: that stays as it is
    std::vector<Layer> moving_;
    QCPLayer *layer_;
};

/// Replaces all that is in `plot` by the figure, which must not be a table. The plot is then painted by its widget's
/// own means, or with toPainter(). Ranges and legend are those of the whole figure, whatever the cursor. Main thread.
FilledPlot fillPlot(QCustomPlot &plot, const FigureContent &figure, const PlotOptions &options);

} // namespace thalweg
