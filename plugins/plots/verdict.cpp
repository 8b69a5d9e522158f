#include "verdict.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

constexpr double small = 1e-3; ///< of the gradient norm at the start: near a minimum
constexpr double tiny = 1e-6; ///< in the minimum, as far as numbers tell
constexpr double falling = 0.1; ///< in half of the run: on its way into a minimum, not along a valley

/// The steps of a descent that were measured over all rows.
class FullSteps {
public:
    explicit FullSteps(const Descent &descent) : descent_(descent)
    {
        for (std::size_t step = 0; step < descent.steps().size(); ++step)
            if (descent.steps()[step].full)
                places_.push_back(step);
    }

    std::size_t count() const { return places_.size(); }
    const DescentStep &at(std::size_t i) const { return descent_.steps()[places_[i]]; }
    const DescentStep &first() const { return at(0); }
    const DescentStep &last() const { return at(count() - 1); }

    /// Whether the way from i to i + 1 goes back on that from i - 1 to i.
    bool turnsBackAt(std::size_t i) const
    {
        const auto before = descent_.theta(places_[i - 1]);
        const auto here = descent_.theta(places_[i]);
        const auto after = descent_.theta(places_[i + 1]);
        return (after - here).dot(here - before) < 0;
    }

private:
    const Descent &descent_;
    std::vector<std::size_t> places_;
};

std::int64_t stepOfLowestCost(const FullSteps &steps)
{
    std::size_t lowest = 0;
    for (std::size_t i = 1; i < steps.count(); ++i)
        if (steps.at(i).cost < steps.at(lowest).cost)
            lowest = i;
    return steps.at(lowest).iteration;
}

/// A run that lies still has not converged by that: its rate may be too small to move it.
bool isNearMinimum(StopReason reason, const FullSteps &steps)
{
    const double start = steps.first().gradientNorm;
    const double end = steps.last().gradientNorm;
    if (reason == StopReason::Gradient || reason == StopReason::Target || end <= tiny * start)
        return true;
    return end <= small * start && end <= falling * steps.at(steps.count() / 2).gradientNorm;
}

/// The step from which the gradient stays small, or the last where it is not.
std::int64_t stepOfArrival(const FullSteps &steps)
{
    std::size_t i = steps.count() - 1;
    while (i > 0 && steps.at(i - 1).gradientNorm <= small * steps.first().gradientNorm)
        --i;
    return steps.at(i).iteration;
}

/// Whether most of the second half of the run turns back.
bool oscillates(const FullSteps &steps)
{
    std::ptrdiff_t turns = 0;
    std::ptrdiff_t pairs = 0;
    for (std::size_t i = std::max<std::size_t>(2, steps.count() / 2) - 1; i + 1 < steps.count(); ++i) {
        turns += steps.turnsBackAt(i);
        ++pairs;
    }
    return 2 * turns > pairs;
}

/// The first step that turns back and from which on most do.
std::int64_t stepOfFirstTurn(const FullSteps &steps)
{
    std::ptrdiff_t turns = 0;
    std::ptrdiff_t pairs = 0;
    std::int64_t first = steps.last().iteration;
    for (std::size_t i = steps.count() - 2; i > 0; --i) {
        const bool back = steps.turnsBackAt(i);
        turns += back;
        ++pairs;
        if (back && 2 * turns > pairs)
            first = steps.at(i).iteration;
    }
    return first;
}

} // namespace

Verdict verdict(const Descent &descent)
{
    const FullSteps steps(descent);
    const bool ended = descent.reason() == StopReason::Diverged;
    if (steps.count() == 0) {
        const std::int64_t last = descent.lastStep().iteration;
        return ended              ? Verdict { Verdict::Kind::Diverged, last }
            : descent.converged() ? Verdict { Verdict::Kind::Converged, last }
                                  : Verdict {};
    }
    constexpr double rounding = 1e-9;
    if (ended || steps.last().cost > steps.first().cost + rounding * std::abs(steps.first().cost))
        return { Verdict::Kind::Diverged, stepOfLowestCost(steps) };
    if (isNearMinimum(descent.reason(), steps))
        return { Verdict::Kind::Converged, stepOfArrival(steps) };
    if (oscillates(steps))
        return { Verdict::Kind::Oscillating, stepOfFirstTurn(steps) };
    return {};
}

QStringList verdictNotes(const Descents &descents)
{
    return descents.size() == 1 ? QStringList(verdict(*descents.front().value).text()) : QStringList();
}

QString Verdict::text() const
{
    switch (kind) {
    case Kind::Creeping:
        return QStringLiteral("creeping");
    case Kind::Converged:
        return QStringLiteral("converged at step %1").arg(since);
    case Kind::Oscillating:
        return QStringLiteral("oscillating since step %1").arg(since);
    case Kind::Diverged:
        return QStringLiteral("diverged since step %1").arg(since);
    }
    Q_UNREACHABLE();
}

} // namespace thalweg
