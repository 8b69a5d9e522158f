#pragma once

#include "stopping_tests.h"

#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/run_context.h>
#include <thalweg/schedule.h>

#include <memory>
#include <vector>

/// The parameters and ports that every node which descends has, and how they are read.
namespace thalweg {

Parameter startParameter(); ///< `start`
Parameter iterationsParameter(); ///< `iterations`, left open
/// `gradient_tolerance`, `cost_tolerance`, `target_cost` and `time_limit`, all off.
std::vector<Parameter> toleranceParameters();

Port objectivePort();
Port descentPort();
Port modelPort();

/// θ₀ as `start` says. Throws an Error at the parameter where that does not fit the objective.
Eigen::VectorXd readStart(const Inputs &in, const Objective &objective, const RunContext &context);

/// `rate`, a number or a schedule; null where it is left open.
std::shared_ptr<const Schedule> readRate(const Inputs &in);

/// `iterations` and toleranceParameters(); `epochs` and `evaluations` where the node has them.
StoppingOptions readStopping(const Inputs &in);

/// Gives the outputs `descent` and `model`.
void setOutputs(Outputs &out, const Objective &objective, std::shared_ptr<const Descent> descent);

} // namespace thalweg
