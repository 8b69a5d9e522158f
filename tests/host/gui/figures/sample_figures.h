#pragma once

#include <thalweg/figure.h>

#include <cmath>
#include <memory>

namespace thalweg {

/// A contour figure of (a − 1)² + 2 (b + 1)² over −4 … 4 with a path of `steps` points, as plots.contour makes it. The
/// path starts at (−3, 3) and halves its way to the minimum with every step.
inline FigureContent valley(int steps = 5, int resolution = 20)
{
    Grid grid;
    for (int i = 0; i < resolution; ++i)
        grid.x.push_back(-4 + 8.0 * i / (resolution - 1));
    grid.y = grid.x;
    for (double b : grid.y)
        for (double a : grid.x)
            grid.z.push_back((a - 1) * (a - 1) + 2 * (b + 1) * (b + 1));
    std::vector<double> xs, ys;
    std::vector<std::int64_t> at;
    for (int k = 0; k < steps; ++k) {
        xs.push_back(1 - 4 * std::pow(0.5, k));
        ys.push_back(-1 + 4 * std::pow(0.5, k));
        at.push_back(k);
    }
    FigureContent content { .title = QStringLiteral("Valley"),
        .x = { .label = QStringLiteral("a"), .minimum = -4, .maximum = 4, .parameter = QStringLiteral("a") },
        .y = { .label = QStringLiteral("b"), .minimum = -4, .maximum = 4, .parameter = QStringLiteral("b") } };
    content.layers = { { .shape = HeatMapLayer { .grid = grid, .colourLabel = QStringLiteral("J(a, b)") } },
        { .shape = ContourLayer { .grid = grid, .levels = { 1, 5, 10, 20, 40 } } },
        { .label = QStringLiteral("descent"),
            .shape = LineLayer { .x = xs, .y = ys, .markers = true },
            .colour = 0,
            .follow = Follow::UpTo,
            .steps = at,
            .epochsAStep = 0.5 },
        { .label = QStringLiteral("start"),
            .shape = ScatterLayer { .x = { xs.front() },
                .y = { ys.front() },
                .marker = ScatterLayer::Marker::Circle,
                .size = 9 },
            .colour = 0 },
        { .label = QStringLiteral("end"),
            .shape = ScatterLayer { .x = xs, .y = ys, .marker = ScatterLayer::Marker::Star, .size = 13 },
            .colour = 0,
            .follow = Follow::Only,
            .steps = at,
            .epochsAStep = 0.5 } };
    return content;
}

/// The same valley in space.
inline FigureContent valleySurface(int steps = 5, int resolution = 20)
{
    FigureContent content = valley(steps, resolution);
    content.z.label = QStringLiteral("J(a, b)");
    content.layers[0].shape = SurfaceLayer { std::get<HeatMapLayer>(content.layers[0].shape) };
    const auto stand = [](auto &points) {
        for (std::size_t i = 0; i < points.x.size(); ++i)
            points.z.push_back(std::pow(points.x[i] - 1, 2) + 2 * std::pow(points.y[i] + 1, 2));
    };
    for (Layer &layer : content.layers) {
        if (auto *line = std::get_if<LineLayer>(&layer.shape))
            stand(*line);
        else if (auto *scatter = std::get_if<ScatterLayer>(&layer.shape))
            stand(*scatter);
    }
    return content;
}

/// A line of y = k² over its steps.
inline FigureContent history(std::vector<std::int64_t> steps, double epochsAStep = 0)
{
    LineLayer line;
    for (std::int64_t step : steps) {
        line.x.push_back(static_cast<double>(step));
        line.y.push_back(static_cast<double>(step * step));
    }
    FigureContent content { .title = QStringLiteral("History"),
        .x = { .label = QStringLiteral("Iteration") },
        .y = { .label = QStringLiteral("Cost J") } };
    content.layers = { { .label = QStringLiteral("gd"),
        .shape = std::move(line),
        .colour = 0,
        .follow = Follow::UpTo,
        .steps = std::move(steps),
        .epochsAStep = epochsAStep } };
    return content;
}

inline std::shared_ptr<const Figure> figure(FigureContent content)
{
    return std::make_shared<const Figure>(std::move(content));
}

} // namespace thalweg
