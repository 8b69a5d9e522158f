#pragma once

#include "value.h"

#include <QStringList>

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace thalweg {

/// Why a descent ended.
enum class StopReason {
    Iterations, ///< it made the updates (or epochs) it was asked for
    Gradient, ///< ‖∇J‖∞ ≤ gradient tolerance
    Cost, ///< the relative change of the cost ≤ cost tolerance
    Step, ///< no step makes the cost smaller any more, as far as floating point goes
    Target, ///< J ≤ target cost
    Time, ///< the time limit was reached
    Diverged, ///< cost or gradient became infinite or undefined
    Interrupted, ///< a person stopped it
};

/// `iterations`, `gradient`, … as the results file says it.
THALWEG_EXPORT QString reasonId(StopReason reason);

/// One recorded state of a descent, all but θ.
struct DescentStep {
    std::int64_t iteration = 0; ///< updates made so far; 0 is the start
    double epoch = 0; ///< rows read by updates so far / rows there are
    double cost = 0; ///< J(θ) over all rows, or over one batch: see `full`
    double gradientNorm = 0; ///< ‖∇J(θ)‖∞, over the same rows as the cost
    double rate = 0; ///< step size of the update that led here; at the start, of the first update
    std::int64_t evaluations = 0; ///< evaluations of J and ∇J so far, over all rows or over a batch
    double seconds = 0; ///< since the start
    bool full = true; ///< cost and gradient are over all rows; else over the batch that the next update uses
};

/// What is needed to make a Descent.
struct DescentContent {
    QStringList parameterNames = {}; ///< n
    std::vector<DescentStep> steps = {}; ///< by iteration; the first is the start, the last is the end
    std::vector<double> theta = {}; ///< steps.size() × n, row-major: θ at each step; finite
    StopReason reason = StopReason::Iterations;
    QString message = {}; ///< why it stopped, in a sentence with numbers
};

/// The trace of one run of an optimizer. Every number in it is finite.
class THALWEG_EXPORT Descent final : public Value {
public:
    explicit Descent(DescentContent content);

    static const ValueType &staticType();
    const ValueType &type() const override { return staticType(); }
    QString text() const override;
    QJsonObject summary() const override;
    /// Columns iteration, epoch, cost, gradient_norm, rate, seconds, then one a parameter.
    std::shared_ptr<const Table> table() const override;

    const QStringList &parameterNames() const { return content_.parameterNames; }
    Eigen::Index dimension() const { return content_.parameterNames.size(); }

    const std::vector<DescentStep> &steps() const { return content_.steps; }
    Eigen::Map<const Eigen::VectorXd> theta(std::size_t step) const;

    const DescentStep &lastStep() const { return content_.steps.back(); }
    Eigen::Map<const Eigen::VectorXd> lastTheta() const { return theta(content_.steps.size() - 1); }

    /// The first step of the lowest cost over all rows; 0 where the cost was never measured over all of them.
    std::size_t bestStep() const;

    StopReason reason() const { return content_.reason; }
    const QString &message() const { return content_.message; }

    /// It ended because a test that was asked for was met: gradient, cost or target.
    bool converged() const;

private:
    DescentContent content_;
};

} // namespace thalweg
