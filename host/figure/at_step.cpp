#include "figure/at_step.h"

#include <algorithm>

namespace thalweg {

namespace {

struct Part {
    std::size_t from, to;

    std::vector<double> of(const std::vector<double> &column) const
    {
        const auto place
            = [&](std::size_t i) { return column.begin() + static_cast<std::ptrdiff_t>(std::min(i, column.size())); };
        return { place(from), place(to) };
    }
};

/// Shapes that have numbers for each point are cut; a text is there or not; others stay whole.
struct Cutter {
    Part part;

    using Shape = decltype(Layer::shape);

    Shape operator()(const LineLayer &line) const
    {
        return LineLayer { part.of(line.x), part.of(line.y), line.width, line.dashed, line.markers, part.of(line.z) };
    }
    Shape operator()(const ScatterLayer &scatter) const
    {
        return ScatterLayer { part.of(scatter.x), part.of(scatter.y), scatter.marker, scatter.size,
            part.of(scatter.z) };
    }
    Shape operator()(const BarLayer &bars) const
    {
        return BarLayer { part.of(bars.x), part.of(bars.height), bars.width };
    }
    Shape operator()(const BandLayer &band) const
    {
        return BandLayer { part.of(band.x), part.of(band.lower), part.of(band.upper) };
    }
    Shape operator()(const ErrorBarLayer &errors) const
    {
        return ErrorBarLayer { part.of(errors.x), part.of(errors.y), part.of(errors.low), part.of(errors.high) };
    }
    Shape operator()(const ArrowLayer &arrows) const
    {
        return ArrowLayer { part.of(arrows.x), part.of(arrows.y), part.of(arrows.dx), part.of(arrows.dy),
            arrows.width };
    }
    Shape operator()(const TextLayer &text) const { return part.from == part.to ? Shape(LineLayer {}) : Shape(text); }
    template <class Other> Shape operator()(const Other &other) const { return other; }
};

} // namespace

Layer atStep(const Layer &layer, std::optional<std::int64_t> cursor)
{
    const std::vector<std::int64_t> &steps = layer.steps;
    if (!followsSteps(layer))
        return layer;
    const auto last = cursor ? std::ranges::upper_bound(steps, *cursor) : steps.end();
    const auto first = layer.follow == Follow::UpTo || last == steps.begin()
        ? steps.begin()
        : std::lower_bound(steps.begin(), last, *(last - 1));
    const Part part { static_cast<std::size_t>(first - steps.begin()), static_cast<std::size_t>(last - steps.begin()) };
    return { .label = layer.label,
        .shape = std::visit(Cutter { part }, layer.shape),
        .colour = layer.colour,
        .ownColour = layer.ownColour,
        .opacity = layer.opacity,
        .follow = layer.follow,
        .steps = { first, last },
        .epochsAStep = layer.epochsAStep };
}

} // namespace thalweg
