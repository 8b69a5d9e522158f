#pragma once

#include <thalweg/objective.h>

namespace thalweg {

/// How a step follows from a gradient. An object belongs to one run: it holds what the rule remembers from step to
/// step.
class UpdateRule {
public:
    virtual ~UpdateRule() = default;

    /// Moves θ by one step. `gradient` is ∇J(θ) over all rows or over a batch; `rate` is the step size η. Allocates
    /// nothing.
    virtual void update(VectorRef theta, ConstVectorRef gradient, double rate) = 0;

    /// The mean of the path, where the rule keeps one and a step was made; else null.
    virtual const Eigen::VectorXd *averageTheta() const { return nullptr; }
};

} // namespace thalweg
