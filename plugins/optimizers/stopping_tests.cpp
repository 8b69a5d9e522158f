#include "stopping_tests.h"

#include <thalweg/plain_values.h>

#include <limits>

namespace thalweg {

StoppingTests::StoppingTests(const StoppingOptions &options)
    : options_(options), iterations_(options.iterations.value_or(
                             options.epochs ? std::numeric_limits<std::int64_t>::max() : defaultIterations))
{
}

double StoppingTests::progress(const DescentStep &step) const
{
    if (options_.epochs)
        return step.epoch / *options_.epochs;
    return static_cast<double>(step.iteration) / static_cast<double>(iterations_);
}

bool StoppingTests::endByGradient(const DescentStep &step)
{
    stop_ = { StopReason::Gradient,
        QStringLiteral("the gradient's largest component, %1, is within the tolerance of %2")
            .arg(shortNumber(step.gradientNorm), shortNumber(options_.gradientTolerance)) };
    return true;
}

bool StoppingTests::endByTarget(const DescentStep &step)
{
    stop_ = { StopReason::Target,
        QStringLiteral("the cost, %1, reached the target of %2")
            .arg(shortNumber(step.cost), shortNumber(*options_.targetCost)) };
    return true;
}

bool StoppingTests::endByCost(const DescentStep &step)
{
    stop_ = { StopReason::Cost,
        QStringLiteral("the cost changed by %1, within %2 of itself")
            .arg(shortNumber(std::abs(step.cost - *costBefore_)), shortNumber(options_.costTolerance)) };
    return true;
}

bool StoppingTests::endByLimit(const DescentStep &step)
{
    if (step.iteration >= iterations_)
        stop_ = { StopReason::Iterations, QStringLiteral("all %1 iterations were made").arg(iterations_) };
    else if (isOver(step))
        stop_
            = { StopReason::Iterations, QStringLiteral("all %1 epochs were made").arg(shortNumber(*options_.epochs)) };
    else if (options_.evaluations && step.evaluations >= *options_.evaluations)
        stop_ = { StopReason::Iterations,
            QStringLiteral("the limit of %1 evaluations of J was reached").arg(*options_.evaluations) };
    else
        stop_ = { StopReason::Time,
            QStringLiteral("the time limit of %1 s was reached").arg(shortNumber(*options_.timeLimit)) };
    return true;
}

} // namespace thalweg
