#pragma once

namespace thalweg {

/// How a figure is to look; what it shows is the figure's own affair.
struct FigureStyle {
    enum class Theme { Light, Dark };

    Theme theme = Theme::Light;
    double width = 640; ///< points; a table takes the size that it needs instead
    double height = 420; ///< points
    double scale = 2; ///< pixels a point, in PNG; above 0
};

} // namespace thalweg
