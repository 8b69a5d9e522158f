#pragma once

#include <thalweg/objective.h>

namespace thalweg {

/// What is wrong with an objective, in words; empty where it is sound: the gradient agrees with central differences at
/// points where J is smooth, value() with valueAndGradient(), batches with the whole; and θ that are not finite or
/// huge throw nothing.
QString objectiveFault(const Objective &objective);

} // namespace thalweg
