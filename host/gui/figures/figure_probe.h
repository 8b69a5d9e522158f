#pragma once

#include <thalweg/figure.h>

#include <QPointF>
#include <QStringList>

#include <functional>

namespace thalweg {

/// A point of a figure's layers.
struct Probe {
    std::size_t layer = 0;
    double x = 0, y = 0;
    std::optional<std::int64_t> step = {};
};

/// From coordinates to pixels; not finite where an axis cannot show them.
using ToPlace = std::function<QPointF(double x, double y)>;

/// The point that is seen with the cursor at `cursor` and is nearest to `place`, at most `reach` pixels off.
std::optional<Probe> nearestPoint(const FigureContent &figure, std::optional<std::int64_t> cursor,
    const ToPlace &toPlace, const QPointF &place, double reach);

/// The number of a grid at (x, y), bilinear between its points; empty outside, or where it is not finite.
std::optional<double> gridValue(const Grid &grid, double x, double y);

/// Where the paths of the figure begin: the points that may be dragged. Only where the axes stand for parameters.
std::vector<QPointF> starts(const FigureContent &figure);

/// What a point means for the parameters that the axes stand for: name → number; empty where they stand for none.
QJsonObject parametersAt(const FigureContent &figure, const QPointF &point);

/// Lines for a hover: the nearest point's step and coordinates, or the coordinates of `at`, and the cost there where a
/// map knows it.
QStringList readout(const FigureContent &figure, const std::optional<Probe> &probe, const QPointF &at);

} // namespace thalweg
