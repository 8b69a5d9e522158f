#pragma once

#include "../linear_model/class_losses.h"
#include "../linear_model/regression_losses.h"

// Activations and their slopes; what is no number gives a value that is none.
namespace thalweg {
namespace {

struct Activated {
    Lanes value;
    Lanes slope;
};

/// `above` where z > 0, `below` where z < 0, else 0.
THALWEG_INLINE Lanes bySign(const Lanes &z, const Lanes &above, const Lanes &below)
{
    return whereLess(broadcast(0), z, above, whereLess(z, broadcast(0), below, z));
}

/// tanh z, the derivative of log cosh z. Its slope 1 - tanh² z is, with e = exp(-2|z|), 4e / (1 + e)², which does not
/// cancel.
struct Tanh {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        const Lanes one = broadcast(1);
        const Lanes e = expBelow710(broadcast(-2) * abs(z));
        return { LogCoshLoss::of(z, broadcast(0), z).derivative, broadcast(4) * e / ((one + e) * (one + e)) };
    }
};

/// 1 / (1 + exp(-z)), the derivative of log(1 + exp z).
struct Sigmoid {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        const Lanes one = broadcast(1);
        const Lanes e = expBelow710(broadcast(0) - abs(z));
        return { LogisticLoss::of(z, broadcast(0), z).derivative, e / ((one + e) * (one + e)) };
    }
};

/// max(z, 0)
struct Relu {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        return { bySign(z, z, broadcast(0)), bySign(z, broadcast(1), broadcast(0)) };
    }
};

/// z where z > 0, else z / 100
struct LeakyRelu {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        const Lanes slope = broadcast(0.01);
        const Lanes zero = broadcast(0);
        return { bySign(z, z, slope * z), whereLess(zero, z, broadcast(1), whereLess(z, zero, slope, z + slope)) };
    }
};

/// z where z > 0, else exp(z) - 1, as tanh(z/2) (exp(z) + 1), which does not cancel. Its slope is 1 at 0 from both
/// sides.
struct Elu {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        const Lanes one = broadcast(1);
        const Lanes zero = broadcast(0);
        const Lanes e = expBelow710(whereLess(zero, z, zero, z));
        const Lanes half = LogCoshLoss::of(broadcast(0.5) * z, zero, z).derivative;
        return { bySign(z, z, half * (e + one)), e };
    }
};

/// log(1 + exp z)
struct Softplus {
    static THALWEG_INLINE Activated of(const Lanes &z)
    {
        const Losses losses = LogisticLoss::of(z, broadcast(0), z);
        return { losses.value, losses.derivative };
    }
};

struct Identity {
    static THALWEG_INLINE Activated of(const Lanes &z) { return { z, broadcast(1) }; }
};

} // namespace
} // namespace thalweg
