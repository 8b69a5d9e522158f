#include "tape.h"

#include "../scratch.h"
#include "derivatives.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace thalweg {

namespace {

using Step = Tape::Step;

template <Operation operation>
void forwardRun(const Step *first, const Step *last, const double *values, double *result)
{
    for (const Step *step = first; step != last; ++step)
        *result++ = apply(operation, values[step->a], values[step->b], values[step->c]);
}

/// `result` and `adjoint` belong to the first step.
template <Operation operation>
void backwardRun(const Step *first, const Step *last, const double *values, const double *result, const double *adjoint,
    double *adjoints)
{
    for (std::ptrdiff_t i = last - first; i-- > 0;)
        if (adjoint[i] != 0) // what does not count, such as a branch not taken, must not make 0 · ∞
            propagate<operation>(first[i], adjoint[i], result[i], values, adjoints);
}

/// The runs of each operation, by its number.
template <std::size_t... operations> constexpr auto forwardRuns(std::index_sequence<operations...>)
{
    return std::array { &forwardRun<static_cast<Operation>(operations)>... };
}
template <std::size_t... operations> constexpr auto backwardRuns(std::index_sequence<operations...>)
{
    return std::array { &backwardRun<static_cast<Operation>(operations)>... };
}
constexpr auto forwardRunOf = forwardRuns(std::make_index_sequence<operationCount>());
constexpr auto backwardRunOf = backwardRuns(std::make_index_sequence<operationCount>());

} // namespace

Tape::Tape(Content content)
    : content_(std::move(content)), firstStep_(static_cast<std::size_t>(content_.parameterNames.size())
                                        + content_.dataCount + content_.constants.size()),
      registerCount_(firstStep_ + content_.steps.size())
{
    for (std::uint32_t i = 0; i < content_.steps.size(); ++i) {
        const Operation operation = content_.steps[i].operation;
        if (runs_.empty() || runs_.back().operation != operation)
            runs_.push_back({ operation, i, i });
        runs_.back().last = i + 1;
    }
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
        for (std::size_t i = 0; i < registerCount_; ++i)
            adjoints[i] = 0;
        adjoints[content_.result] = 1;
        const Step *steps = content_.steps.data();
        const double *results = values + firstStep_;
        for (auto run = runs_.rbegin(); run != runs_.rend(); ++run)
            backwardRunOf[static_cast<std::size_t>(run->operation)](steps + run->first, steps + run->last, values,
                results + run->first, adjoints + firstStep_ + run->first, adjoints);
        for (std::size_t i = 0; i < gradient.size(); ++i)
            gradient[i] = adjoints[i];
        return values[content_.result];
    });
}

void Tape::forward(std::span<const double> parameters, std::span<const double> data, double *values) const
{
    if (std::ssize(parameters) != content_.parameterNames.size() || data.size() != content_.dataCount)
        throw std::logic_error("a formula was evaluated with another number of parameters or data than it has");
    double *next = values;
    for (const double parameter : parameters)
        *next++ = parameter;
    for (const double number : data)
        *next++ = number;
    for (const double constant : content_.constants)
        *next++ = constant;
    const Step *steps = content_.steps.data();
    for (const Run &run : runs_)
        forwardRunOf[static_cast<std::size_t>(run.operation)](
            steps + run.first, steps + run.last, values, values + firstStep_ + run.first);
}

} // namespace thalweg
