#pragma once

#include "objective.h"

namespace thalweg {

/// A cost with kinks as the sum J(θ) = f(θ) + g(θ) of a smooth part f and a simple part g, whose proximal operator is
/// known in closed form. Methods that use it end exactly in the kinks of g, where a gradient only jitters about them.
///
/// Every function may be called from several threads at once and gives the same bits for the same θ whatever the number
/// of threads.
class THALWEG_EXPORT Proximal {
public:
    virtual ~Proximal();

    /// f(θ).
    virtual double smoothValue(ConstVectorRef theta) const = 0;

    /// f(θ); writes ∇f(θ), n numbers.
    virtual double smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const = 0;

    /// g(θ) ≥ 0, convex.
    virtual double simpleValue(ConstVectorRef theta) const = 0;

    /// θ becomes prox(θ) = argmin over u of g(u) + ‖u − θ‖² / (2 step), for a step > 0.
    virtual void applyProximal(VectorRef theta, double step) const = 0;
};

} // namespace thalweg
