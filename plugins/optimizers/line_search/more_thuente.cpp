#include "more_thuente.h"

#include <algorithm>

namespace thalweg {

namespace {

struct Trial {
    double step;
    double value;
    double slope;
};

/// The interval that is searched.
struct Interval {
    Trial best; ///< the end with the lower value; its slope points into the interval
    Trial other;
    bool isBracket = false; ///< there is a minimum between the ends; else the interval has no far end yet
    double lowest; ///< the next step is not below this
    double highest; ///< nor above this
};

/// Where the cubic through two trials with their slopes has its minimum is a matter of θ and γ, in the paper's words.
struct Cubic {
    Cubic(const Trial &a, const Trial &b) : theta(3 * (a.value - b.value) / (b.step - a.step) + a.slope + b.slope)
    {
        const double scale = std::max({ std::abs(theta), std::abs(a.slope), std::abs(b.slope) });
        const double under = theta / scale * (theta / scale) - a.slope / scale * (b.slope / scale);
        gamma = scale * std::sqrt(std::max(0.0, under));
    }

    double theta;
    double gamma;
};

/// The minimum of the cubic as a part of the way from `from` to `to`; `gamma` with the sign that the case wants.
double cubicPart(const Trial &from, const Trial &to, double theta, double gamma)
{
    return (gamma - from.slope + theta) / (gamma - from.slope + gamma + to.slope);
}

/// The zero of the slope's secant.
double secantStep(const Trial &from, const Trial &to)
{
    return from.step + from.slope / (from.slope - to.slope) * (to.step - from.step);
}

/// The slopes have opposite signs.
bool isTurned(const Trial &best, const Trial &trial)
{
    return trial.slope * std::copysign(1.0, best.slope) < 0;
}

/// The step for the four cases of the paper's section 4, before it is kept within bounds.
double interpolate(Interval &interval, const Trial &trial)
{
    const Trial &best = interval.best;
    const bool isBeyond = trial.step > best.step;
    if (trial.value > best.value) {
        // Higher: the minimum is bracketed. The cubic's step if it is nearer to the best, else the mean of both.
        interval.isBracket = true;
        const Cubic cubic(best, trial);
        const double way = trial.step - best.step;
        const double byCubic
            = best.step + cubicPart(best, trial, cubic.theta, isBeyond ? cubic.gamma : -cubic.gamma) * way;
        const double byParabola = best.step + best.slope / ((best.value - trial.value) / way + best.slope) / 2 * way;
        return std::abs(byCubic - best.step) < std::abs(byParabola - best.step) ? byCubic
                                                                                : byCubic + (byParabola - byCubic) / 2;
    }
    if (isTurned(best, trial)) {
        // Lower, and the slopes have opposite signs: bracketed. The step that is farther from the trial.
        interval.isBracket = true;
        const Cubic cubic(best, trial);
        const double byCubic = trial.step
            + cubicPart(trial, best, cubic.theta, isBeyond ? -cubic.gamma : cubic.gamma) * (best.step - trial.step);
        const double bySecant = secantStep(trial, best);
        return std::abs(byCubic - trial.step) > std::abs(bySecant - trial.step) ? byCubic : bySecant;
    }
    if (std::abs(trial.slope) < std::abs(best.slope)) {
        // Lower, and less steep. The cubic may have no minimum in this direction.
        const Cubic cubic(best, trial);
        const double gamma = isBeyond ? -cubic.gamma : cubic.gamma;
        const double part = (gamma - trial.slope + cubic.theta) / (gamma + (best.slope - trial.slope) + gamma);
        const double byCubic = part < 0 && gamma != 0 ? trial.step + part * (best.step - trial.step)
            : isBeyond                                ? interval.highest
                                                      : interval.lowest;
        const double bySecant = secantStep(trial, best);
        const bool isCubicNearer = std::abs(byCubic - trial.step) < std::abs(bySecant - trial.step);
        if (!interval.isBracket)
            return std::clamp(isCubicNearer ? bySecant : byCubic, interval.lowest, interval.highest);
        const double nearer = isCubicNearer ? byCubic : bySecant;
        const double limit = trial.step + 0.66 * (interval.other.step - trial.step);
        return isBeyond ? std::min(limit, nearer) : std::max(limit, nearer);
    }
    // Lower, and no less steep.
    if (!interval.isBracket)
        return isBeyond ? interval.highest : interval.lowest;
    const Trial &other = interval.other;
    const Cubic cubic(trial, other);
    return trial.step
        + cubicPart(trial, other, cubic.theta, trial.step > other.step ? -cubic.gamma : cubic.gamma)
        * (other.step - trial.step);
}

/// Takes the trial into the interval, and gives the next step.
double narrow(Interval &interval, const Trial &trial)
{
    const double next = interpolate(interval, trial);
    if (trial.value > interval.best.value) {
        interval.other = trial;
    } else {
        if (isTurned(interval.best, trial))
            interval.other = interval.best;
        interval.best = trial;
    }
    return next;
}

/// The trial, or its way back, as φ less the Armijo line has it.
Trial tilted(const Trial &trial, double slope)
{
    return { trial.step, trial.value - slope * trial.step, trial.slope - slope };
}

} // namespace

LineSearchResult searchStrongWolfe(Line &line, const LineValue &start, double first, const LineSearchOptions &options)
{
    const double armijo = options.c1 * start.slope;
    const Trial atZero { 0, start.value, start.slope };
    Interval interval { .best = atZero, .other = atZero, .lowest = 0, .highest = 5 * first };
    double longest = options.longest;
    double width = longest;
    double widthBefore = 2 * width;
    bool isTilted = true;

    LineSearchResult result;
    double step = std::min(first, longest);
    for (int i = 0; i < options.mostEvaluations; ++i) {
        const double wanted = step;
        result.at = finiteValue(line, interval.best.step, step, result.evaluations);
        result.step = step;
        if (!result.at.isFinite())
            break;
        if (step < wanted)
            longest = step; // what is beyond may not be finite
        const Trial trial { step, result.at.value, result.at.slope };
        const double line0 = start.value + armijo * step;
        const bool isLower = trial.value <= line0;
        const bool isFlat = std::abs(trial.slope) <= options.c2 * std::abs(start.slope);
        const bool isAtEnd = step == longest && isLower && trial.slope <= armijo;
        result.isFound = (isLower && (isFlat || isAtEnd)) || isGoodWithinRounding(start, step, result.at, options.c2);
        // A line so flat that its decrease vanishes beside φ(0) meets the test without going down.
        result.isFound = result.isFound && (trial.value < start.value || isFlat);
        if (result.isFound)
            return result;

        if (isLower && trial.slope >= 0)
            isTilted = false;
        if (isTilted && trial.value <= interval.best.value && !isLower) {
            interval.best = tilted(interval.best, armijo);
            interval.other = tilted(interval.other, armijo);
            step = narrow(interval, tilted(trial, armijo));
            interval.best = tilted(interval.best, -armijo);
            interval.other = tilted(interval.other, -armijo);
        } else {
            step = narrow(interval, trial);
        }

        const Trial &best = interval.best;
        const Trial &other = interval.other;
        if (interval.isBracket) {
            if (std::abs(other.step - best.step) >= 0.66 * widthBefore)
                step = best.step + (other.step - best.step) / 2;
            widthBefore = width;
            width = std::abs(other.step - best.step);
            interval.lowest = std::min(best.step, other.step);
            interval.highest = std::max(best.step, other.step);
            if (!(step > interval.lowest && step < interval.highest))
                step = best.step + (other.step - best.step) / 2;
            if (step == best.step || step == other.step)
                break; // there is no number between the ends any more
        } else {
            step = std::isfinite(step) ? step : longest;
            interval.lowest = step + 1.1 * (step - best.step);
            interval.highest = step + 4 * (step - best.step);
            step = std::clamp(step, 0.0, longest);
            if (step == trial.step)
                break;
        }
    }

    // Not all that was wanted; what was best is better than nothing.
    const Trial best = interval.best;
    if (best.step > 0 && result.step != best.step) {
        result.step = best.step;
        result.at = line.at(best.step);
        ++result.evaluations;
    }
    result.isFound = best.step > 0 && result.at.isFinite() && result.at.value < start.value;
    return result;
}

} // namespace thalweg
