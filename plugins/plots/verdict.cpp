#include "verdict.h"

namespace thalweg {

namespace {

/// Whether most of the steps go back on the step before.
bool turnsBack(const Descent &descent, const std::vector<std::size_t> &steps)
{
    std::ptrdiff_t turns = 0;
    std::ptrdiff_t pairs = 0;
    for (std::size_t i = std::max<std::size_t>(2, steps.size() / 2); i < steps.size(); ++i) {
        const auto before = descent.theta(steps[i - 2]);
        const auto middle = descent.theta(steps[i - 1]);
        const auto after = descent.theta(steps[i]);
        turns += (after - middle).dot(middle - before) < 0;
        ++pairs;
    }
    return 2 * turns > pairs;
}

} // namespace

Verdict verdict(const Descent &descent)
{
    std::vector<std::size_t> full;
    for (std::size_t step = 0; step < descent.steps().size(); ++step)
        if (descent.steps()[step].full)
            full.push_back(step);
    if (descent.reason() == StopReason::Diverged)
        return Verdict::Diverged;
    if (full.empty())
        return descent.converged() ? Verdict::Converged : Verdict::Creeping;
    const DescentStep &first = descent.steps()[full.front()];
    const DescentStep &last = descent.steps()[full.back()];
    constexpr double rounding = 1e-9;
    if (last.cost > first.cost + rounding * std::abs(first.cost))
        return Verdict::Diverged;
    constexpr double small = 0.01;
    if (descent.converged() || last.gradientNorm <= small * first.gradientNorm)
        return Verdict::Converged;
    return turnsBack(descent, full) ? Verdict::Oscillating : Verdict::Creeping;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Creeping:
        return QStringLiteral("creeping");
    case Verdict::Converged:
        return QStringLiteral("converged");
    case Verdict::Oscillating:
        return QStringLiteral("oscillating");
    case Verdict::Diverged:
        return QStringLiteral("diverged");
    }
    Q_UNREACHABLE();
}

} // namespace thalweg
