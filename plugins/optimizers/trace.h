#pragma once

#include <thalweg/descent.h>

#include <utility>

namespace thalweg {

/// Records a descent as it goes, in bounded memory: when the budget is used up, every second step is forgotten, and
/// from then on only every second, fourth, … is kept. Start and end are always there.
class Trace {
public:
    /// 256 MiB hold two million steps in eight parameters.
    static constexpr std::size_t defaultBudget = std::size_t(256) << 20;

    explicit Trace(Eigen::Index dimension, std::size_t budgetInBytes = defaultBudget);

    /// Makes room for so many steps, within the budget, so that they need not be moved as they grow in number.
    void expect(std::int64_t steps);

    /// The next step. Its θ has `dimension` numbers.
    void add(const DescentStep &step, const double *theta);

    /// Measures the step that was added last anew.
    void replaceLast(const DescentStep &step) { steps_.back() = step; }

    const DescentStep &last() const { return steps_.back(); }

    /// At most so many steps (two or more), spread evenly, with their θ: the first and the last are among them.
    std::pair<std::vector<DescentStep>, std::vector<double>> sample(std::size_t most) const;

    std::vector<DescentStep> takeSteps() { return std::move(steps_); }
    std::vector<double> takeTheta() { return std::move(theta_); }

private:
    void thin();

    std::size_t dimension_;
    std::size_t capacity_; ///< steps
    std::int64_t stride_ = 1; ///< iterations from one kept step to the next
    bool lastIsExtra_ = false; ///< the last step is there only because it is the last
    std::vector<DescentStep> steps_;
    std::vector<double> theta_;
};

} // namespace thalweg
