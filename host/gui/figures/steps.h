#pragma once

#include <thalweg/figure.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace thalweg {

/// The steps that at least one layer of a figure has, rising and distinct. Traces are thinned: they need not follow one
/// another.
std::vector<std::int64_t> stepsOf(const FigureContent &figure);

/// All of both, rising and distinct.
std::vector<std::int64_t> united(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b);

/// The place of the last step that is not beyond `step`; 0 where all are, or there is none.
std::size_t placeOf(const std::vector<std::int64_t> &steps, double step);

/// How much of the data the figure's descents have read at `step`, in epochs; empty where it is not known, or where
/// they do not agree.
std::optional<double> epochAt(const FigureContent &figure, std::int64_t step);

/// How fast a replay goes: so many steps a second, or all steps in so many seconds.
struct Pace {
    enum class Unit { StepsASecond, SecondsARun };

    Unit unit = Unit::StepsASecond;
    double value = 30; ///< above 0

    bool operator==(const Pace &) const = default;

    double stepsASecond(std::int64_t first, std::int64_t last) const
    {
        return unit == Unit::StepsASecond ? value : static_cast<double>(last - first) / value;
    }
};

/// A replay of recorded steps.
struct Playback {
    std::vector<std::int64_t> steps = {}; ///< rising and distinct
    std::optional<double> at = {}; ///< where the cursor is, between steps too; empty: at the newest, whatever comes
    bool playing = false;
    bool loop = false;
    Pace pace = {};

    bool isEmpty() const { return steps.empty(); }
    std::int64_t first() const { return steps.empty() ? 0 : steps.front(); }
    std::int64_t last() const { return steps.empty() ? 0 : steps.back(); }
    bool isAtEnd() const { return !at || *at >= static_cast<double>(last()); }

    /// The recorded step that is seen.
    std::int64_t current() const { return isAtEnd() ? last() : steps[placeOf(steps, *at)]; }
    /// What layers are drawn with: empty at the newest.
    std::optional<std::int64_t> cursor() const
    {
        return at && !steps.empty() ? std::optional(current()) : std::optional<std::int64_t>();
    }
};

/// The playback after `seconds`: at the end it begins again where it loops, else it stops.
Playback advanced(Playback playback, double seconds);

/// Stands at `step`; from the last one on at the newest.
Playback movedTo(Playback playback, std::int64_t step);

/// So many recorded steps forwards, or back.
Playback stepped(Playback playback, int by);

/// Plays; from the end it begins at the start.
Playback started(Playback playback);

/// The same replay of other steps, those of a run that goes on or of the next one. A cursor beyond them stands at
/// the newest.
Playback withSteps(Playback playback, std::vector<std::int64_t> steps);

} // namespace thalweg
