#pragma once

#include <thalweg/objective.h>

#include <algorithm>
#include <optional>

namespace thalweg {

/// How a gradient is kept from being too long before a rule uses it, as PyTorch's `clip_grad_value_` and
/// `clip_grad_norm_` do: first by value, then by norm.
struct Clipping {
    std::optional<double> value; ///< c > 0: each component into −c … c
    std::optional<double> norm; ///< c > 0: times min(1, c / (‖g‖₂ + 10⁻⁶))

    void apply(VectorRef gradient) const
    {
        if (value)
            gradient = gradient.cwiseMax(-*value).cwiseMin(*value);
        if (norm)
            gradient *= std::min(1.0, *norm / (gradient.norm() + 1e-6));
    }
};

} // namespace thalweg
