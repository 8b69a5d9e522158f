#pragma once

#include "operations.h"

#include <QStringList>

#include <span>
#include <vector>

namespace thalweg {

/// A formula made ready for evaluation: a straight list of steps on numbered registers, without loops or branches.
/// It is quickest where steps of the same operation stand together.
///
/// Derivatives are exact to rounding: reverse-mode automatic differentiation (Griewank and Walther, Evaluating
/// Derivatives, 2nd ed. 2008, chapter 3), one pass forward and one backward whatever the number of parameters.
/// Evaluation may go on in several threads at once and allocates nothing once a thread's scratch has grown.
class Tape {
public:
    /// One operation; its operands are registers. Those that it has no use for repeat the first.
    struct Step {
        Operation operation;
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        std::uint32_t c = 0;
    };

    /// Registers are numbered: parameters, data, constants, results of the steps in order.
    struct Content {
        QStringList parameterNames;
        std::uint32_t dataCount = 0;
        std::vector<double> constants;
        std::vector<Step> steps;
        std::uint32_t result = 0; ///< the register that holds the formula's value
    };

    explicit Tape(Content content);

    const QStringList &parameterNames() const { return content_.parameterNames; }
    const Content &content() const { return content_; }
    std::size_t stepCount() const { return content_.steps.size(); }

    /// The formula's value at `parameters` (one a parameter name) and `data` (one a data name).
    double value(std::span<const double> parameters, std::span<const double> data = {}) const;

    /// The same; writes the derivative by each parameter into `gradient`.
    double valueAndGradient(
        std::span<const double> parameters, std::span<double> gradient, std::span<const double> data = {}) const;

private:
    /// Steps of one operation in a row. They are done in one tight loop: choosing what to do costs more than doing it.
    struct Run {
        Operation operation;
        std::uint32_t first;
        std::uint32_t last; ///< behind the last
    };

    void forward(std::span<const double> parameters, std::span<const double> data, double *values) const;

    Content content_;
    std::vector<Run> runs_;
    std::size_t firstStep_; ///< register of the first step's result
    std::size_t registerCount_;
};

} // namespace thalweg
