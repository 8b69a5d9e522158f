#pragma once

#include <cmath>

namespace thalweg {

/// What a line gives at a step.
struct LineValue {
    double value; ///< φ(α)
    double slope; ///< φ'(α)

    bool isFinite() const { return std::isfinite(value) && std::isfinite(slope); }
};

/// A function φ of one step size α ≥ 0: J on the ray θ + α d, with the slope φ'(α) = ∇J(θ + α d) · d.
class Line {
public:
    virtual ~Line() = default;

    /// May not be finite.
    virtual LineValue at(double step) = 0;
};

/// When a step is good enough, 0 < c1 < c2 < 1.
struct LineSearchOptions {
    double c1 = 1e-4; ///< Armijo: φ(α) ≤ φ(0) + c1 α φ'(0)
    double c2 = 0.9; ///< strong Wolfe, beside it: |φ'(α)| ≤ c2 |φ'(0)|
    int mostEvaluations = 20; ///< with a finite result
    double longest = 1e20; ///< step
};

/// What a search along a line came to.
struct LineSearchResult {
    bool isFound = false; ///< φ is less there than at 0, or the same and flatter; the line was asked there last
    double step = 0; ///< α
    LineValue at = {};
    int evaluations = 0; ///< in all
};

/// The longest that a search waits for a finite value: it quarters the step each time.
inline constexpr int mostQuarterings = 100;

/// Where the decrease to be had is lost in the rounding of φ, the tests above cannot be met any more; a step that does
/// not go up and makes the slope smaller is good enough then. (After Hager and Zhang's approximate Wolfe conditions.)
inline bool isGoodWithinRounding(const LineValue &start, double step, const LineValue &trial, double c2)
{
    return trial.value <= start.value && std::abs(trial.slope) <= c2 * std::abs(start.slope)
        && step * std::abs(start.slope) <= 1e-12 * std::abs(start.value);
}

/// Asks the line at `step`; where it is not finite there, at a quarter of the way from `from`, and so on. `step`
/// becomes the last that was asked. Not finite only after `mostQuarterings`.
LineValue finiteValue(Line &line, double from, double &step, int &evaluations);

} // namespace thalweg
