#include "tape.h"

#include "../scratch.h"
#include "derivatives.h"

#include <algorithm>
#include <stdexcept>

namespace thalweg {

Tape::Tape(Content content)
    : content_(std::move(content)), firstStep_(static_cast<std::size_t>(content_.parameterNames.size())
                                        + content_.dataCount + content_.constants.size()),
      registerCount_(firstStep_ + content_.steps.size())
{
}

double Tape::value(std::span<const double> parameters, std::span<const double> data) const
{
    return withScratch(registerCount_, [&](double *values) {
        forward(parameters, data, values);
        return values[content_.result];
    });
}

double Tape::valueAndGradient(
    std::span<const double> parameters, std::span<double> gradient, std::span<const double> data) const
{
    return withScratch(2 * registerCount_, [&](double *values) {
        forward(parameters, data, values);
        double *adjoints = values + registerCount_;
        std::fill_n(adjoints, registerCount_, 0.);
        adjoints[content_.result] = 1;
        const Step *steps = content_.steps.data();
        for (std::size_t i = content_.steps.size(); i-- > 0;) {
            const double adjoint = adjoints[firstStep_ + i];
            if (adjoint != 0) // what does not count, such as a branch not taken, must not make 0 · ∞
                propagate(steps[i], adjoint, values[firstStep_ + i], values, adjoints);
        }
        std::copy_n(adjoints, gradient.size(), gradient.begin());
        return values[content_.result];
    });
}

void Tape::forward(std::span<const double> parameters, std::span<const double> data, double *values) const
{
    if (std::ssize(parameters) != content_.parameterNames.size() || data.size() != content_.dataCount)
        throw std::logic_error("a formula was evaluated with another number of parameters or data than it has");
    double *next = std::copy(parameters.begin(), parameters.end(), values);
    next = std::copy(data.begin(), data.end(), next);
    next = std::copy(content_.constants.begin(), content_.constants.end(), next);
    for (const Step &step : content_.steps)
        *next++ = apply(step.operation, values[step.a], values[step.b], values[step.c]);
}

} // namespace thalweg
