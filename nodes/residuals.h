#pragma once

#include "dataset.h"
#include "objective.h"

namespace thalweg {

using MatrixRef = Eigen::Ref<Matrix>;

/// What a cost that is a sum of squares is made of: J(θ) = s · Σᵢ rᵢ(θ)², i = 1 … m, so that ∇J = 2s · Dᵀr with the
/// matrix D of derivatives ∂rᵢ/∂θⱼ. Methods for least squares work on r and D instead of J.
///
/// Both functions may be called from several threads at once and give the same bits for the same θ whatever the number
/// of threads. Numbers that are not finite are an honest answer.
class THALWEG_EXPORT Residuals {
public:
    virtual ~Residuals();

    /// m ≥ 1.
    virtual Eigen::Index residualCount() const = 0;

    /// s > 0.
    virtual double residualScale() const = 0;

    /// Writes r(θ), m numbers.
    virtual void evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const = 0;

    /// Writes r(θ) and D(θ), m × n.
    virtual void evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const = 0;
};

} // namespace thalweg
