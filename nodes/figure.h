#pragma once

#include "value.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// A plot as data. A node says what is to be seen; the host draws it, on a screen or into a file, light or dark.
/// Coordinates are in the units of the axes. A point with a coordinate that is not finite is a gap.
namespace thalweg {

struct FigureAxis {
    enum class Scale { Linear, Log };

    QString label = {}; ///< with its unit: `Height (cm)`
    Scale scale = Scale::Linear;
    std::optional<double> minimum = {}; ///< chosen from the layers where empty
    std::optional<double> maximum = {};
    QString parameter = {}; ///< name of the parameter θᵢ of an objective that runs along it; empty: none does
    QStringList categories = {}; ///< what stands at 1, 2, … on a linear axis, instead of numbers; empty: numbers do
};

/// Points joined by straight lines, in their order.
struct LineLayer {
    std::vector<double> x = {}, y = {};
    double width = 2; ///< points (1/72 inch at 100 %)
    bool dashed = false;
    bool markers = false; ///< a small dot at each point as well
    std::vector<double> z = {}; ///< in a figure with a surface: the height of each point; empty: all on the floor
};

/// Points.
struct ScatterLayer {
    enum class Marker { Dot, Circle, Square, Cross, Star };

    std::vector<double> x = {}, y = {};
    Marker marker = Marker::Dot;
    double size = 5; ///< diameter in points
    std::vector<double> z = {}; ///< as that of a line
};

/// Points with upright bars from `low` to `high`, which are coordinates as y is.
struct ErrorBarLayer {
    std::vector<double> x = {}, y = {}, low = {}, high = {};
};

/// Arrows from (x, y) to (x + dx, y + dy).
struct ArrowLayer {
    std::vector<double> x = {}, y = {}, dx = {}, dy = {};
    double width = 1.4; ///< of the line, in points
};

/// Bars that stand on y = 0.
struct BarLayer {
    std::vector<double> x = {}, height = {};
    double width = 1; ///< in units of x
};

/// The area between two curves.
struct BandLayer {
    std::vector<double> x = {}, lower = {}, upper = {};
};

/// Numbers z on a regular grid: z[row * columns + column] stands at (x[column], y[row]); x and y are evenly spaced and
/// rise.
struct Grid {
    std::vector<double> x = {}, y = {}, z = {};
};

/// A grid as colours, with a colour bar.
struct HeatMapLayer {
    Grid grid = {};
    QString colourLabel = {}; ///< what the colours mean: `J(θ)`
    bool logColours = false; ///< colours by log z; all finite z are above 0
    std::optional<double> minimum = {}; ///< where the colours begin and end; what is beyond has the colour of the end
    std::optional<double> maximum = {};
};

/// The grid of a map as a surface in space, in the colours of the map. Its figure, which has one at most, is drawn as a
/// box with the axes x and y along its floor and z upwards. Of the other layers, lines, points and contours (on the
/// surface) stand in the box, and what the surface hides of them is not seen; there is no place in it for the rest.
struct SurfaceLayer {
    HeatMapLayer map = {};
};

/// Lines of equal z on a grid.
struct ContourLayer {
    Grid grid = {};
    std::vector<double> levels = {}; ///< rising
};

/// A straight line over the whole plot, at x or at y.
struct ReferenceLayer {
    std::optional<double> x = {}, y = {}; ///< one of them
};

/// A text whose left end stands at (x, y).
struct TextLayer {
    double x = 0, y = 0;
    QString text = {};
};

/// Rows of text under a header; a figure with a table has no other layers.
struct TableLayer {
    QStringList headers = {};
    std::vector<QStringList> rows = {};
    std::vector<bool> numeric = {}; ///< by column: set flush right
};

/// How a layer follows the step cursor.
enum class Follow {
    Nothing, ///< always drawn whole
    UpTo, ///< drawn up to the cursor: a path that grows
    Only, ///< only what belongs to the cursor's step: the fitted line at step k
};

struct Layer {
    QString label = {}; ///< in the legend; empty: not there
    std::variant<LineLayer, ScatterLayer, BarLayer, BandLayer, HeatMapLayer, ContourLayer, ReferenceLayer, TextLayer,
        TableLayer, ErrorBarLayer, ArrowLayer, SurfaceLayer>
        shape = {};
    int colour = -1; ///< index into the palette, from 0; -1: the neutral colour of lines and text
    QString ownColour = {}; ///< `#rrggbb`, instead of `colour`, on light and dark ground alike; empty: there is none
    double opacity = 1; ///< 0 … 1; what is below 1 lets other layers show through
    Follow follow = Follow::Nothing;
    std::vector<std::int64_t> steps = {}; ///< the iteration of each point, rising; empty unless it follows the cursor
    double epochsAStep = 0; ///< how much of the data one iteration reads, as a part of all rows; 0: not known
};

/// From where a surface is seen, from afar: the eye is in the direction (cos e cos a, cos e sin a, sin e) of the middle
/// of the box, for azimuth a and elevation e.
struct Viewpoint {
    double azimuth = -60; ///< degrees from the x axis towards the y axis
    double elevation = 35; ///< degrees above the floor, 5 … 90
    double zoom = 1; ///< 1: the box fills the figure; above: nearer
    double right = 0, up = 0; ///< how far the middle of the picture is from that of the box; the floor is 2 wide

    bool operator==(const Viewpoint &) const = default;
};

/// What is needed to make a Figure.
struct FigureContent {
    QString title = {};
    FigureAxis x = {}, y = {};
    FigureAxis z = {}; ///< of a surface
    std::vector<Layer> layers = {}; ///< later ones lie on top
    QString note = {}; ///< one line under the title, in small type
    Viewpoint view = {}; ///< of a surface, where nobody has turned it
};

class THALWEG_EXPORT Figure final : public Value {
public:
    explicit Figure(FigureContent content) : content_(std::move(content)) { }

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;

    const FigureContent &content() const { return content_; }

private:
    FigureContent content_;
};

} // namespace thalweg
