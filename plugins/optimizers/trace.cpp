#include "trace.h"

#include <algorithm>

namespace thalweg {

Trace::Trace(Eigen::Index dimension, std::size_t budgetInBytes)
    : dimension_(static_cast<std::size_t>(dimension)),
      capacity_(std::max<std::size_t>(4, budgetInBytes / (sizeof(DescentStep) + dimension_ * sizeof(double))))
{
}

void Trace::expect(std::int64_t steps)
{
    const std::size_t count = std::min(static_cast<std::size_t>(steps), capacity_ + 1);
    steps_.reserve(count);
    theta_.reserve(count * dimension_);
}

void Trace::add(const DescentStep &step, const double *theta)
{
    if (lastIsExtra_) {
        steps_.pop_back();
        theta_.resize(theta_.size() - dimension_);
    }
    if (steps_.size() == capacity_)
        thin();
    steps_.push_back(step);
    theta_.insert(theta_.end(), theta, theta + dimension_);
    lastIsExtra_ = step.iteration % stride_ != 0;
}

std::pair<std::vector<DescentStep>, std::vector<double>> Trace::sample(std::size_t most) const
{
    const std::size_t count = std::min(most, steps_.size());
    std::vector<DescentStep> steps;
    std::vector<double> theta;
    steps.reserve(count);
    theta.reserve(count * dimension_);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count > 1 ? i * (steps_.size() - 1) / (count - 1) : 0;
        steps.push_back(steps_[at]);
        const auto first = theta_.begin() + static_cast<std::ptrdiff_t>(at * dimension_);
        theta.insert(theta.end(), first, first + static_cast<std::ptrdiff_t>(dimension_));
    }
    return { std::move(steps), std::move(theta) };
}

void Trace::thin()
{
    stride_ *= 2;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (steps_[i].iteration % stride_ != 0)
            continue;
        steps_[kept] = steps_[i];
        std::copy_n(theta_.begin() + static_cast<std::ptrdiff_t>(i * dimension_), dimension_,
            theta_.begin() + static_cast<std::ptrdiff_t>(kept * dimension_));
        ++kept;
    }
    steps_.resize(kept);
    theta_.resize(kept * dimension_);
}

} // namespace thalweg
