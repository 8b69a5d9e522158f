#include "gui/figures/steps.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

std::vector<std::int64_t> united(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b)
{
    std::vector<std::int64_t> all;
    all.reserve(std::max(a.size(), b.size()));
    std::ranges::set_union(a, b, std::back_inserter(all));
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<std::int64_t> stepsOf(const FigureContent &figure)
{
    std::vector<std::int64_t> all;
    const std::vector<std::int64_t> *before = nullptr;
    for (const Layer &layer : figure.layers) {
        if (layer.follow == Follow::Nothing || (before && layer.steps == *before))
            continue; // a path and its end have the same
        all = united(all, layer.steps);
        before = &layer.steps;
    }
    return all;
}

std::size_t placeOf(const std::vector<std::int64_t> &steps, double step)
{
    const auto next = std::ranges::upper_bound(steps, step, {}, [](std::int64_t s) { return static_cast<double>(s); });
    return next == steps.begin() ? 0 : static_cast<std::size_t>(next - steps.begin()) - 1;
}

std::optional<double> epochAt(const FigureContent &figure, std::int64_t step)
{
    std::optional<double> each;
    for (const Layer &layer : figure.layers) {
        if (layer.follow == Follow::Nothing || layer.epochsAStep <= 0)
            continue;
        if (each && std::abs(*each - layer.epochsAStep) > 1e-9 * *each)
            return {};
        each = layer.epochsAStep;
    }
    return each ? std::optional(*each * static_cast<double>(step)) : std::nullopt;
}

Playback advanced(Playback playback, double seconds)
{
    if (!playback.playing || playback.isEmpty())
        return playback;
    const auto first = static_cast<double>(playback.first());
    const auto last = static_cast<double>(playback.last());
    double at = playback.at.value_or(last) + seconds * playback.pace.stepsASecond(playback.first(), playback.last());
    if (at >= last && playback.loop && last > first) {
        // The last step is seen as long as any other before it begins again.
        const double round = last - first + 1;
        at = at < last + 1 ? at : first + std::fmod(at - first, round);
        playback.at = at;
        return playback;
    }
    if (at >= last) {
        playback.playing = false;
        playback.at.reset();
        return playback;
    }
    playback.at = at;
    return playback;
}

Playback movedTo(Playback playback, std::int64_t step)
{
    if (playback.isEmpty() || step >= playback.last())
        playback.at.reset();
    else
        playback.at = static_cast<double>(std::max(step, playback.first()));
    return playback;
}

Playback stepped(Playback playback, int by)
{
    playback.playing = false;
    if (playback.isEmpty())
        return playback;
    const auto place = static_cast<std::ptrdiff_t>(placeOf(playback.steps, static_cast<double>(playback.current())));
    const auto end = static_cast<std::ptrdiff_t>(playback.steps.size()) - 1;
    return movedTo(playback, playback.steps[static_cast<std::size_t>(std::clamp(place + by, std::ptrdiff_t(0), end))]);
}

Playback started(Playback playback)
{
    if (playback.isEmpty())
        return playback;
    if (playback.isAtEnd())
        playback.at = static_cast<double>(playback.first());
    playback.playing = true;
    return playback;
}

Playback withSteps(Playback playback, std::vector<std::int64_t> steps)
{
    playback.steps = std::move(steps);
    if (playback.isEmpty())
        playback.playing = false;
    if (playback.isEmpty() || (playback.at && *playback.at > static_cast<double>(playback.last())))
        playback.at.reset();
    return playback;
}

} // namespace thalweg
