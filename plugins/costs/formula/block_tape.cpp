#include "block_tape.h"

#include "derivatives.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thalweg {

namespace {

using Step = Tape::Step;

template <Operation operation>
void forwardStep(const double *a, const double *b, const double *c, std::size_t count, double *result)
{
    for (std::size_t k = 0; k < count; ++k)
        result[k] = apply(operation, a[k], b[k], c[k]);
}

/// The registers of one row lie `stride` apart, so that one row is a tape of its own.
template <Operation operation>
void backwardStep(const Step &step, std::size_t stride, std::size_t count, const double *values, const double *result,
    const double *adjoint, double *adjoints)
{
    const Step scaled { operation, 0, 1, 2 };
    for (std::size_t k = 0; k < count; ++k) {
        if (adjoint[k] == 0) // what does not count, such as a branch not taken, must not make 0 · ∞
            continue;
        const double operands[]
            = { values[step.a * stride + k], values[step.b * stride + k], values[step.c * stride + k] };
        double parts[3] = {};
        propagate<operation>(scaled, adjoint[k], result[k], operands, parts);
        adjoints[step.a * stride + k] += parts[0];
        adjoints[step.b * stride + k] += parts[1];
        adjoints[step.c * stride + k] += parts[2];
    }
}

template <std::size_t... operations> constexpr auto forwardSteps(std::index_sequence<operations...>)
{
    return std::array { &forwardStep<static_cast<Operation>(operations)>... };
}
template <std::size_t... operations> constexpr auto backwardSteps(std::index_sequence<operations...>)
{
    return std::array { &backwardStep<static_cast<Operation>(operations)>... };
}
constexpr auto forwardStepOf = forwardSteps(std::make_index_sequence<operationCount>());
constexpr auto backwardStepOf = backwardSteps(std::make_index_sequence<operationCount>());

std::size_t rowsFor(std::size_t registers)
{
    constexpr std::size_t numbers = 262'144; // two megabytes
    return std::clamp<std::size_t>(numbers / std::max<std::size_t>(registers, 1), 8, 64) / 8 * 8;
}

} // namespace

BlockTape::BlockTape(const Tape &tape)
    : content_(tape.content()), firstStep_(static_cast<std::size_t>(content_.parameterNames.size()) + content_.dataCount
                                    + content_.constants.size()),
      registerCount_(firstStep_ + content_.steps.size()), mostRows_(rowsFor(registerCount_))
{
}

const double *BlockTape::forward(const double *parameters, std::span<const double *const> columns,
    const std::ptrdiff_t *order, std::size_t first, std::size_t count, double *values) const
{
    double *next = values;
    const auto fill = [&](double number) {
        std::fill_n(next, count, number);
        next += mostRows_;
    };
    for (qsizetype i = 0; i < content_.parameterNames.size(); ++i)
        fill(parameters[i]);
    for (const double *column : columns) {
        for (std::size_t k = 0; k < count; ++k)
            next[k] = column[order ? static_cast<std::size_t>(order[first + k]) : first + k];
        next += mostRows_;
    }
    for (const double constant : content_.constants)
        fill(constant);
    for (const Step &step : content_.steps) {
        forwardStepOf[static_cast<std::size_t>(step.operation)](
            values + step.a * mostRows_, values + step.b * mostRows_, values + step.c * mostRows_, count, next);
        next += mostRows_;
    }
    return values + content_.result * mostRows_;
}

void BlockTape::backward(
    const double *values, const double *weights, std::size_t count, double *adjoints, double *gradient) const
{
    std::fill_n(adjoints, roomSize(), 0.);
    std::copy_n(weights, count, adjoints + content_.result * mostRows_);
    propagateAll(values, count, adjoints);
    for (qsizetype i = 0; i < content_.parameterNames.size(); ++i) {
        const double *own = adjoints + static_cast<std::size_t>(i) * mostRows_;
        double lanes[8] = {};
        for (std::size_t k = 0; k < mostRows_; k += 8)
            for (std::size_t lane = 0; lane < 8; ++lane)
                lanes[lane] += own[k + lane];
        gradient[i]
            += ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }
}

void BlockTape::rowDerivatives(const double *values, std::size_t count, double *adjoints, double *derivatives) const
{
    std::fill_n(adjoints, roomSize(), 0.);
    std::fill_n(adjoints + content_.result * mostRows_, count, 1.);
    propagateAll(values, count, adjoints);
    const auto n = static_cast<std::size_t>(content_.parameterNames.size());
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t j = 0; j < n; ++j)
            derivatives[k * n + j] = adjoints[j * mostRows_ + k];
}

void BlockTape::propagateAll(const double *values, std::size_t count, double *adjoints) const
{
    for (std::size_t i = content_.steps.size(); i-- > 0;) {
        const Step &step = content_.steps[i];
        const std::size_t place = (firstStep_ + i) * mostRows_;
        backwardStepOf[static_cast<std::size_t>(step.operation)](
            step, mostRows_, count, values, values + place, adjoints + place, adjoints);
    }
}

} // namespace thalweg
