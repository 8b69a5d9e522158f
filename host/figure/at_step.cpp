#include "figure/at_step.h"

#include <algorithm>

namespace thalweg {

namespace {

/// The vectors of a shape that have one number a point.
template <class Visit> void forEachColumn(Layer &layer, Visit visit)
{
    if (auto *line = std::get_if<LineLayer>(&layer.shape))
        visit(line->x), visit(line->y);
    else if (auto *scatter = std::get_if<ScatterLayer>(&layer.shape))
        visit(scatter->x), visit(scatter->y);
    else if (auto *bars = std::get_if<BarLayer>(&layer.shape))
        visit(bars->x), visit(bars->height);
    else if (auto *band = std::get_if<BandLayer>(&layer.shape))
        visit(band->x), visit(band->lower), visit(band->upper);
}

} // namespace

Layer atStep(Layer layer, std::optional<std::int64_t> cursor)
{
    const std::vector<std::int64_t> &steps = layer.steps;
    if (layer.follow == Follow::Nothing || steps.empty())
        return layer;
    const auto last = cursor ? std::ranges::upper_bound(steps, *cursor) : steps.end();
    const auto first = layer.follow == Follow::UpTo || last == steps.begin()
        ? steps.begin()
        : std::lower_bound(steps.begin(), last, *(last - 1));
    const auto from = static_cast<std::size_t>(first - steps.begin());
    const auto to = static_cast<std::size_t>(last - steps.begin());
    forEachColumn(layer, [&](std::vector<double> &column) {
        column.resize(std::min(column.size(), to));
        column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(std::min(column.size(), from)));
    });
    if (from == to && std::holds_alternative<TextLayer>(layer.shape))
        layer.shape = LineLayer {};
    layer.steps = { first, last };
    return layer;
}

} // namespace thalweg
