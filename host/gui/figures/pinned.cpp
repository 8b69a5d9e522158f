#include "gui/figures/pinned.h"

#include <QCoreApplication>

#include <algorithm>

namespace thalweg {

namespace {

bool isTable(const FigureContent &figure)
{
    return std::ranges::any_of(
        figure.layers, [](const Layer &layer) { return std::holds_alternative<TableLayer>(layer.shape); });
}

/// Covers of both what each covers by itself.
FigureAxis covering(FigureAxis axis, const FigureAxis &other)
{
    axis.minimum
        = axis.minimum && other.minimum ? std::optional(std::min(*axis.minimum, *other.minimum)) : std::nullopt;
    axis.maximum
        = axis.maximum && other.maximum ? std::optional(std::max(*axis.maximum, *other.maximum)) : std::nullopt;
    return axis;
}

/// A path's circle at its start: one point that is always there, right behind its path.
bool isStart(const std::vector<Layer> &layers, std::size_t i)
{
    const auto *mark = std::get_if<ScatterLayer>(&layers[i].shape);
    return mark && mark->x.size() == 1 && i > 0 && layers[i - 1].follow == Follow::UpTo;
}

Layer quiet(Layer layer)
{
    layer.colour = -1;
    layer.opacity *= 0.45;
    if (auto *line = std::get_if<LineLayer>(&layer.shape))
        line->markers = false;
    return layer;
}

} // namespace

FigureContent withPinned(const FigureContent &figure, const FigureContent &pinned)
{
    if (isTable(figure) || isTable(pinned))
        return figure;
    std::vector<Layer> behind;
    bool isNamed = false;
    for (std::size_t i = 0; i < pinned.layers.size(); ++i) {
        const Layer &layer = pinned.layers[i];
        const bool follows = layer.follow != Follow::Nothing && !layer.steps.empty();
        if (!follows && !isStart(pinned.layers, i))
            continue;
        behind.push_back(quiet(layer));
        const bool isPath = follows && std::holds_alternative<LineLayer>(layer.shape);
        if (isPath && layer.label.isEmpty() && !isNamed)
            behind.back().label = QCoreApplication::translate("thalweg::withPinned", "pinned run");
        else if (isPath && !layer.label.isEmpty())
            behind.back().label = QCoreApplication::translate("thalweg::withPinned", "%1 (pinned)").arg(layer.label);
        else
            behind.back().label.clear();
        isNamed = isNamed || isPath;
    }
    if (behind.empty())
        return figure;

    FigureContent both = figure;
    both.x = covering(figure.x, pinned.x);
    both.y = covering(figure.y, pinned.y);
    both.z = covering(figure.z, pinned.z);
    // Upon the ground, below everything that moves.
    auto front = std::ranges::find_if(both.layers, [](const Layer &layer) { return layer.follow != Follow::Nothing; });
    both.layers.insert(front, behind.begin(), behind.end());
    return both;
}

} // namespace thalweg
