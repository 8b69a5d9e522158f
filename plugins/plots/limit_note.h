#pragma once

#include "verdict.h"

#include <thalweg/run_context.h>

namespace thalweg {

/// The optional input `objective`.
Port objectiveForLimit();

/// `limit for plain gradient descent 2/λmax = 1` for the objective at the port, about the end of the descent of the
/// lowest cost; empty where none is linked, or where its curvature is not above 0.
QString limitNote(const Inputs &in, const Descents &descents, RunContext &context);

} // namespace thalweg
