#include "traces.h"

#include "names.h"

#include <thalweg/objective.h>
#include <thalweg/plain_values.h>

namespace thalweg {

namespace {

/// How many steps there are before the descent has run away.
std::size_t countBeforeRunaway(const Descent &descent)
{
    const std::vector<DescentStep> &steps = descent.steps();
    const double start = steps.front().cost;
    if (descent.reason() != StopReason::Diverged && descent.lastStep().cost <= start)
        return steps.size();
    constexpr double tooFar = 10;
    constexpr std::size_t atLeast = 3;
    double lowest = start;
    std::size_t count = 0;
    for (const DescentStep &step : steps) {
        lowest = std::min(lowest, step.cost);
        const double scale = std::max(start - lowest, std::abs(start));
        if (count >= atLeast && scale > 0 && step.cost - lowest > tooFar * scale)
            break;
        ++count;
    }
    return count;
}

} // namespace

std::vector<std::size_t> shownSteps(const Descent &descent, std::size_t most)
{
    const std::size_t count = countBeforeRunaway(descent);
    const std::size_t stride = (count + most - 1) / most;
    std::vector<std::size_t> shown;
    for (std::size_t step = 0; step < count; step += stride)
        shown.push_back(step);
    if (shown.back() != count - 1)
        shown.push_back(count - 1);
    return shown;
}

std::vector<Port> objectiveAndDescents()
{
    return { input<Objective>(QStringLiteral("objective")).help(QStringLiteral("The cost to be drawn.")),
        input<Descent>(QStringLiteral("descent")).optional().many().help(QStringLiteral("Runs on this objective.")) };
}

void checkSameParameters(const QStringList &parameterNames, const Descents &descents)
{
    for (const auto &[label, descent] : descents) {
        if (descent->parameterNames() == parameterNames)
            continue;
        const auto in = [](const QStringList &names) {
            return QStringLiteral("%1 (%2)")
                .arg(names.size())
                .arg(names.size() > 6 ? names.first(6).join(QStringLiteral(", ")) + QStringLiteral(", …")
                                      : names.join(QStringLiteral(", ")));
        };
        throw Error(QStringLiteral("a descent of this objective must have its parameters, %1, but %2has %3")
                        .arg(in(parameterNames), label.isEmpty() ? QString() : QStringLiteral("\"%1\" ").arg(label),
                            in(descent->parameterNames())))
            .at(QStringLiteral("port descent"));
    }
}

Eigen::VectorXd heldAt(Eigen::Index dimension, const Descents &descents)
{
    if (descents.empty())
        return Eigen::VectorXd::Zero(dimension);
    return descents.back().value->lastTheta();
}

QString heldNote(const QStringList &parameterNames, const Eigen::VectorXd &held, const std::vector<qsizetype> &shown)
{
    QStringList parts;
    constexpr qsizetype most = 6;
    for (qsizetype i = 0; i < parameterNames.size(); ++i) {
        if (std::find(shown.begin(), shown.end(), i) != shown.end())
            continue;
        if (parts.size() == most) {
            parts += QStringLiteral("…");
            break;
        }
        parts += QStringLiteral("%1 = %2").arg(displayName(parameterNames[i]), shortNumber(held[i]));
    }
    return parts.join(QStringLiteral(", "));
}

double epochsAStep(const Descent &descent)
{
    const DescentStep &last = descent.lastStep();
    return last.iteration > 0 ? last.epoch / static_cast<double>(last.iteration) : 0;
}

void addPath(std::vector<Layer> &layers, const QString &label, int colour, std::vector<double> x, std::vector<double> y,
    std::vector<std::int64_t> steps, double width, bool showMarks, double epochsAStep, std::vector<double> z)
{
    constexpr std::size_t fewEnoughForDots = 300;
    layers.push_back({ .label = label,
        .shape = LineLayer { .x = x, .y = y, .width = width, .markers = x.size() <= fewEnoughForDots, .z = z },
        .colour = colour,
        .follow = Follow::UpTo,
        .steps = steps,
        .epochsAStep = epochsAStep });
    layers.push_back({ .label = showMarks ? QStringLiteral("start") : QString(),
        .shape = ScatterLayer { .x = { x.front() },
            .y = { y.front() },
            .marker = ScatterLayer::Marker::Circle,
            .size = 9,
            .z = z.empty() ? z : std::vector { z.front() } },
        .colour = colour });
    layers.push_back({ .label = showMarks ? QStringLiteral("end") : QString(),
        .shape = ScatterLayer { .x = std::move(x),
            .y = std::move(y),
            .marker = ScatterLayer::Marker::Star,
            .size = 13,
            .z = std::move(z) },
        .colour = colour,
        .follow = Follow::Only,
        .steps = std::move(steps),
        .epochsAStep = epochsAStep });
}

} // namespace thalweg
