#include "least_squares/levenberg_marquardt.h"
#include "node_types.h"
#include "search_node.h"

namespace thalweg {

NodeType levenbergMarquardt()
{
    return searchNode({
        .id = QStringLiteral("optimizers.levenberg-marquardt"),
        .title = QStringLiteral("Levenberg-Marquardt"),
        .summary = QStringLiteral("The method for least squares, linear or not: Gauss-Newton steps within a trust region."),
        .help = QStringLiteral(R"(# Levenberg-Marquardt

For a cost that is a sum of squares, **J(θ) = s Σᵢ rᵢ(θ)²**, with the matrix D of the derivatives ∂rᵢ/∂θⱼ:

**θ ← θ + p**, where p minimises ‖r + D p‖² + λ ‖S p‖²

S is diagonal; Sⱼ is the largest norm that column j of D has had, so that the units of the parameters do not matter (Marquardt's
scaling). λ ≥ 0 is chosen so that ‖S p‖ is at most the radius Δ of the region in which the linear model of r is trusted; where the
Gauss-Newton step (λ = 0) lies within it, that is taken. ρ is the gain in Σ r² over the gain that the model foretells: a step is
taken where ρ ≥ 0.0001, else it is tried again with a smaller Δ. Δ shrinks where ρ ≤ 1/4 and becomes 2 ‖S p‖ where ρ ≥ 3/4 or
λ = 0. The first Δ is `initial_radius` · ‖S θ₀‖. Each p comes from a QR factorisation of D, not from DᵀD, whose condition is the square.

Near the minimum a gain is lost in the rounding of Σ r² long before θ is exact. There Gauss-Newton steps are taken as long as
each foretells less gain than the one before, so that θ is right to about as many digits as D and r allow: on the 27 nonlinear
problems of the NIST Statistical Reference Datasets that is nearly all of the eleven that are certified.

`acceleration` = geodesic adds half the geodesic acceleration a to each step, p + a/2, where a minimises ‖r″ + D a‖² + λ ‖S a‖² and
r″ is the second derivative of r along p, by one more evaluation of r. Steps with 2 ‖S a‖ > 0.75 ‖S p‖ are not trusted. It helps
in long curved valleys.

An iteration is one step that was taken; the steps that were tried for it are counted as evaluations. `rate` in the trace is 1. Where
`rate` η is given, the steps are θ + η p with the Gauss-Newton step p, as they come.

The objective must be a sum of squares: costs.least-squares, or costs.curve-fit with `loss` squared, without a penalty. Other
costs are refused. With fewer residuals than parameters, or with columns of D that depend on each other, one of many minima is found.

Source: J. J. Moré, *The Levenberg-Marquardt algorithm: implementation and theory*, Lecture Notes in Mathematics 630, 1978, pp.
105–116 (as in MINPACK's `lmder`); K. Levenberg 1944, D. Marquardt 1963; the acceleration: M. K. Transtrum and J. P. Sethna,
*Improvements to the Levenberg-Marquardt algorithm for nonlinear least-squares minimization*, arXiv:1201.5885, 2012.

Example: sources.table → costs.curve-fit with `formula` a*exp(-k*time) → **optimizers.levenberg-marquardt** with `start` [5, 1].)"),
        .rateHelp = QStringLiteral("η: the part of each Gauss-Newton step that is made, without a trust region. Left open: the method chooses its steps."),
        .parameters = {
            number(QStringLiteral("initial_radius"), 0.3)
                .above(0)
                .logSlider(1e-3, 1e3)
                .help(QStringLiteral("How far the first step may go, as a multiple of the size of the start (of 1 at the origin). Change it where the first step leads astray.")),
            choice(QStringLiteral("acceleration"), { QStringLiteral("none"), QStringLiteral("geodesic") }, QStringLiteral("none"))
                .help(QStringLiteral("Whether steps are bent along the curve of the residuals.")),
            number(QStringLiteral("step_tolerance"))
                .atLeast(0)
                .logSlider(1e-15, 1e-3)
                .help(QStringLiteral("Stop after a step with ‖S p‖ at most this part of ‖S θ‖; 0: never.")),
        },
        .makeMethod = [](const Inputs &in, const Objective &objective, RunContext &) -> std::unique_ptr<SearchMethod> {
            return std::make_unique<LevenbergMarquardt>(objective,
                LevenbergMarquardtOptions { .initialRadius = in.number(QStringLiteral("initial_radius")),
                    .isAccelerated = in.text(QStringLiteral("acceleration")) == QLatin1String("geodesic"),
                    .stepTolerance = in.number(QStringLiteral("step_tolerance")) });
        },
    });
}

} // namespace thalweg
