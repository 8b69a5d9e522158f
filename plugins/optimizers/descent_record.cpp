#include "descent_record.h"

#include <thalweg/plain_values.h>
#include <thalweg/result.h>

#include <cmath>

namespace thalweg {

void checkStart(double cost, ConstVectorRef gradient)
{
    if (!std::isfinite(cost) || !gradient.allFinite())
        throw Error(
            QStringLiteral("J or its gradient is not finite here (J = %1); start elsewhere").arg(shortNumber(cost)))
            .at(QStringLiteral("parameter start"));
}

DescentRecord::DescentRecord(const Objective &objective, const StoppingOptions &stopping, RunContext &context)
    : objective_(objective), context_(context), hasEpochs_(stopping.epochs), tests_(stopping),
      trace_(objective.dimension())
{
    if (stopping.iterations)
        trace_.expect(std::min<std::int64_t>(*stopping.iterations, 1'000'000) + 1);
}

void DescentRecord::replaceLast(DescentStep &step, const Eigen::VectorXd &gradient)
{
    step.gradientNorm = gradient.lpNorm<Eigen::Infinity>();
    trace_.replaceLast(step);
}

bool DescentRecord::endByTest()
{
    stop_ = tests_.stop();
    return true;
}

bool DescentRecord::endByHand()
{
    stop_ = { StopReason::Interrupted, QStringLiteral("it was stopped by hand") };
    return true;
}

void DescentRecord::diverge(double rate)
{
    stop_ = { StopReason::Diverged,
        QStringLiteral("J or its gradient was no longer finite after iteration %1; a smaller rate than %2 may help")
            .arg(last().iteration)
            .arg(shortNumber(rate)) };
    context_.warn(QStringLiteral("diverged: %1").arg(stop_.message));
}

Descent DescentRecord::finish(ConstVectorRef lastTheta, const QString &remark)
{
    const QString warning = objective_.warning(lastTheta);
    if (!warning.isEmpty() && !isDiverged())
        context_.warn(warning);
    return Descent({ .parameterNames = objective_.parameterNames(),
        .steps = trace_.takeSteps(),
        .theta = trace_.takeTheta(),
        .reason = stop_.reason,
        .message = stop_.message + remark });
}

void DescentRecord::publish()
{
    constexpr std::size_t mostSteps = 2000;
    constexpr std::size_t mostNumbers = 1 << 20; // of θ in all: 8 MiB
    const auto dimension = static_cast<std::size_t>(std::max<Eigen::Index>(1, objective_.dimension()));
    auto [steps, theta] = trace_.sample(std::clamp<std::size_t>(mostNumbers / dimension, 2, mostSteps));
    context_.publish(QStringLiteral("descent"),
        std::make_shared<Descent>(DescentContent { .parameterNames = objective_.parameterNames(),
            .steps = std::move(steps),
            .theta = std::move(theta),
            .reason = StopReason::Interrupted,
            .message = QStringLiteral("it goes on") }));
}

} // namespace thalweg
