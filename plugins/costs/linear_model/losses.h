#pragma once

#include "lane_functions.h"

namespace thalweg {
namespace {

/// A loss and its derivative by z = w·x + b, of eight rows.
///
/// A loss is a type with a function of(z, y, shape) that gives these; y is the target, and `shape` the one number that
/// some losses have (delta, tau, epsilon). What is no number must stay so in value and derivative. At a kink the
/// derivative is 0 where that is a subgradient.
struct Losses {
    Lanes value;
    Lanes derivative;
};

} // namespace
} // namespace thalweg
