#pragma once

#include "line_search/line_search.h"
#include "search.h"

#include <thalweg/inputs.h>

namespace thalweg {

/// What a search along lines is told.
struct LineSearchChoice {
    bool isArmijo = false; ///< go back until Armijo's test is met; else look for a strong Wolfe step
    LineSearchOptions options;
};

/// `line_search`, `c1` and `c2`; methods differ in the c2 that serves them.
std::vector<Parameter> lineSearchParameters(double c2);

/// Throws an Error where c1 is not below c2.
LineSearchChoice readLineSearch(const Inputs &in);

/// A method that takes a direction downhill and looks for a good step along it. Where there is none, it forgets what
/// it has learnt and tries the negative gradient; where that gives none either, it is stuck. With a given rate it takes
/// that step, whatever it leads to.
class LineSearchMethod : public SearchMethod {
public:
    LineSearchMethod(const Objective &objective, const LineSearchChoice &choice);

    SearchStep step(SearchPoint &point, std::optional<double> rate) final;

protected:
    /// A step that was taken.
    struct Taken {
        const SearchPoint &from;
        const SearchPoint &to;
        const Eigen::VectorXd &direction;
        double slope; ///< at `from` along the direction
        double step; ///< to.θ = from.θ + step · direction
        bool isFixed; ///< by a given rate
    };

    /// Writes the direction for the step from `point`; gives its slope ∇J · direction. Where nothing is learnt yet, it
    /// is descendSteeply().
    virtual double findDirection(const SearchPoint &point, Eigen::VectorXd &direction) = 0;
    /// Whether findDirection() would give the negative gradient.
    virtual bool isSteepest() const = 0;
    /// The step that the search along the line tries first.
    virtual double firstStep(const Eigen::VectorXd &direction, double slope) const = 0;
    /// The step of a given rate.
    virtual double fixedStep(const Eigen::VectorXd &, double rate) const { return rate; }
    virtual void learn(const Taken &taken) = 0;
    virtual void forget() = 0;

    /// −∇J and its slope; scaled down, or up, where the square of ∇J overflows, or vanishes.
    static double descendSteeply(const SearchPoint &point, Eigen::VectorXd &direction);

    /// min(1, 1/‖d‖₂): a step that is no longer than 1.
    static double modestStep(const Eigen::VectorXd &direction);

private:
    SearchStep fixedStepFrom(SearchPoint &point, double rate);

    const LineSearchChoice choice_;
    Eigen::VectorXd direction_;
    SearchPoint trial_;
};

} // namespace thalweg
